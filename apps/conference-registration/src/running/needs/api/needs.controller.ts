import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notKept } from '#platform';
import { ReadCatalogue } from '../../../catalogue/read-catalogue.js';
import type { NeedCount, Needs } from '../domain/needs.js';
import { ReadNeeds } from '../read-needs.js';
import type { NeedsOutput } from './needs.schema.js';

/** What delegates eat and need, counted without names, for programs of staff. Names are for people's eyes, on the page alone. */
@Controller('api/v1/conference-registration/conferences/:id/needs')
export class NeedsController {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly needs: ReadNeeds,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return reply
      .headers(notKept)
      .send(needsJson(await this.needs.counted(await this.catalogues.byIdOrSlug(id))));
  }
}

const needsJson = ({ days, tickets, questions }: Needs): NeedsOutput => ({
  days: [...days],
  tickets: tickets.map(({ id, name }) => ({ id, name })),
  questions: questions.map(({ question, counts, asked }) => ({
    id: question.id,
    question: question.label,
    answers: counts.map(countJson),
    asked: countJson(asked),
  })),
});

const countJson = ({ words, all, byDay, byTicket }: NeedCount) => ({
  answer: words,
  all,
  byDay: [...byDay],
  byTicket: [...byTicket],
});
