import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept } from '#platform';
import { TeamLinks } from '../../team/team-links.js';
import { ReadOwnShifts } from '../read-own-shifts.js';
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
    const stands = await this.own.ofPerson(request.identity.personId ?? '');
    return reply.headers(notKept).send(myShiftsJson(stands, (member) => this.links.pathFor(member)));
  }
}
