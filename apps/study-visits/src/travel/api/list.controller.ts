import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { TakeBookings } from '../list/take-bookings.js';
import { LegAnswers } from './leg-answers.js';
import { listInput } from './travel.schema.js';

/** Lists of who is on which leg, for programs. */
@Controller('api/v1/study-visits/visits/:id/travel/list')
export class ListController {
  constructor(
    private readonly answers: LegAnswers,
    private readonly visits: FindVisit,
    private readonly bookings: TakeBookings,
  ) {}

  @Post()
  async take(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { csv, write } = readJson(request, listInput);
    const { id } = await this.visits.byIdOrSlug(key);
    const bytes = Buffer.from(csv);
    return this.answers.post(request, reply, async () => {
      const { rows, legs, problems, notes } = write
        ? await this.bookings.write(actorOf(request), id, bytes)
        : await this.bookings.look(id, bytes);
      const changes = legs.map(({ legId, added, changed }) => ({ legId, added, changed }));
      return { isWritten: write, rows, legs: changes, problems, notes: notes.map(({ message }) => message) };
    });
  }
}
