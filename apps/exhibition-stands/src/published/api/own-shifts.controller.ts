import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notKept } from '#platform';
import { OpenMember } from '../../team/open-member.js';
import { ReadOwnShifts } from '../read-own-shifts.js';
import { ownShiftsJson } from './published-json.js';

/** A volunteer's shifts on a stand by their own link, for programs. */
@Controller('api/v1/exhibition-stands/team-links/:secret/shifts')
export class OwnShiftsController {
  constructor(
    private readonly members: OpenMember,
    private readonly own: ReadOwnShifts,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { row, exhibition } = await this.members.read({ secret });
    return reply.headers(notKept).send(ownShiftsJson(await this.own.of(row, exhibition)));
  }
}
