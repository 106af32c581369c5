import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept } from '#platform';
import { TeamLinks } from '../../team/team-links.js';
import { ReadOwnShifts, type OwnStand } from '../read-own-shifts.js';
import { myShiftsJson } from './published-json.js';

/** The stands and shifts of whoever asks, for programs. */
@Controller('api/v1/exhibition-stands/my-shifts')
export class MyShiftsController {
  constructor(
    private readonly own: ReadOwnShifts,
    private readonly links: TeamLinks,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId, mayWrite } = request.identity;
    const stands = await this.own.ofPerson(personId ?? '');
    // Whoever has the link may change what the page is about; a token that may only read is not to become that.
    const pathOf = (member: OwnStand['member']) => (mayWrite ? this.links.pathFor(member) : null);
    return reply.headers(notKept).send(myShiftsJson(stands, pathOf));
  }
}
