import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { idempotently, notKept, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepOwnFeedback } from '../own-feedback.js';
import { ReadFeedback } from '../read-feedback.js';
import { feedbackInput, type ownFeedbackOutput } from './feedback.schema.js';

/** How travellers found a visit, for programs: of staff, and of a traveller by their link. */
@Controller('api/v1/study-visits')
export class FeedbackController {
  constructor(
    private readonly visits: FindVisit,
    private readonly feedback: ReadFeedback,
    private readonly own: KeepOwnFeedback,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('visits/:id/feedback')
  async all(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(name);
    return reply.headers(notKept).send(await this.feedback.of(id));
  }

  @Get('traveller-links/:secret/feedback')
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.ownJson(secret));
  }

  @Post('traveller-links/:secret/feedback')
  async say(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { overall, programme, organisation, journey, ...words } = readJson(request, feedbackInput);
    const mark = (given: number | null | undefined) =>
      given === null || given === undefined ? '' : String(given);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.own.answer(secret, {
        ...words,
        overall: mark(overall),
        programme: mark(programme),
        organisation: mark(organisation),
        journey: mark(journey),
      });
      return { status: 200, body: await this.ownJson(secret) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async ownJson(secret: string): Promise<z.output<typeof ownFeedbackOutput>> {
    const { answer, window, from, until } = await this.own.of(secret);
    return {
      window,
      from: from.toString(),
      until: until.toString(),
      answer: answer && {
        overall: answer.overall,
        programme: answer.programme,
        organisation: answer.organisation,
        journey: answer.journey,
        recommend: answer.recommend,
        best: answer.best,
        toChange: answer.toChange,
      },
    };
  }
}
