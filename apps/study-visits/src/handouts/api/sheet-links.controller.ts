import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notKept } from '#platform';
import { OpenSheet } from '../open-sheet.js';
import { openedJson } from './sheet-json.js';

/** What hosts and interpreters read by their links, for programs. */
@Controller('api/v1/study-visits')
export class SheetLinksController {
  constructor(private readonly open: OpenSheet) {}

  @Get('host-links/:secret')
  async host(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(openedJson(await this.open.run('host', secret)));
  }

  @Get('interpreter-links/:secret')
  async interpreter(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(openedJson(await this.open.run('interpreter', secret)));
  }
}
