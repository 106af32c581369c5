import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { idempotently, notKept, readJson } from '#platform';
import { AnswerFeedback } from '../feedback/answer-feedback.js';
import { ReadFeedback } from '../feedback/read-feedback.js';
import { ownFeedbackJson } from './afterwards-json.js';
import { feedbackInput } from './afterwards.schema.js';

/** What somebody says of how it was, by the link that they were mailed, for programs. */
@Controller('api/v1/exhibition-stands/feedback-links/:secret')
export class FeedbackLinksController {
  constructor(
    private readonly feedback: ReadFeedback,
    private readonly answer: AnswerFeedback,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(ownFeedbackJson(await this.feedback.bySecret(secret)));
  }

  @Post()
  async say(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { rating, fair, ...sent } = readJson(request, feedbackInput);
    const answer = await idempotently(this.dataSource, request, async () => {
      await this.answer.run(secret, { ...sent, rating: String(rating), fair: fair ?? '' });
      return { status: 200, body: ownFeedbackJson(await this.feedback.bySecret(secret)) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
