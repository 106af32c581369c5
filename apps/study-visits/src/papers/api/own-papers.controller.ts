import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notKept } from '#platform';
import { OwnPapers, type OwnKind } from '../own/own-papers.js';
import { paperJson } from './papers-json.js';

/** A traveller’s own papers, by their link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret')
export class OwnPapersController {
  constructor(private readonly papers: OwnPapers) {}

  @Get('programme')
  programme(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, secret, 'traveller');
  }

  @Get('emergency-card')
  emergencyCard(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, secret, 'emergency-card');
  }

  private async send(reply: FastifyReply, secret: string, kind: OwnKind) {
    const { kept } = await this.papers.of({ secret }, kind);
    return reply.headers(notKept).send({ paper: kept && paperJson(kept) });
  }
}
