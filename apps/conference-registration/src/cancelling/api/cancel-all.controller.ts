import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept } from '#platform';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { CancelAll } from '../all/cancel-all.js';

/** Cancelling all bookings of a conference that does not take place, for programs of staff. */
@Controller('api/v1/conference-registration/conferences/:id/cancellation')
export class CancelAllController {
  constructor(
    private readonly conferences: StaffConferences,
    private readonly cancelAll: CancelAll,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    return reply.headers(notKept).send(await this.json(conference.id));
  }

  @Post()
  async start(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.cancelAll.ask(actorOf(request), conference.id);
      return { status: 202, body: await this.json(conference.id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async json(conferenceId: string) {
    const { askedAt, ...progress } = await this.cancelAll.progress(conferenceId);
    return { askedAt: askedAt?.toString() ?? null, ...progress };
  }
}
