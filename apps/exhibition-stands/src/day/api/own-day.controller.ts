import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { conflict, idempotently, notKept, readJson } from '#platform';
import { AnswerCover, type Answered } from '../answer-cover.js';
import { DropOut } from '../drop-out.js';
import { whyInWords } from '../in-words.js';
import { ReadAsk } from '../read-ask.js';
import { ReadOwnNow } from '../read-own-now.js';
import { SayPresence } from '../say-presence.js';
import { askJson, ownNowJson } from './day-json.js';
import { answerInput, dropOutInput } from './day.schema.js';

/** What volunteers say on the day by their links, for programs. */
@Controller('api/v1/exhibition-stands')
export class OwnDayController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly now: ReadOwnNow,
    private readonly dropOut: DropOut,
    private readonly presence: SayPresence,
    private readonly asks: ReadAsk,
    private readonly answers: AnswerCover,
  ) {}

  @Get('team-links/:secret/now')
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(ownNowJson(await this.now.of(secret)));
  }

  @Post('team-links/:secret/shifts/:assignmentId/drop-out')
  drop(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { reason } = readJson(request, dropOutInput);
    const by = { actor: null, correlationId: request.id };
    return this.once(secret, request, reply, () =>
      this.dropOut.run({ secret }, assignmentId, reason.trim(), by),
    );
  }

  @Post('team-links/:secret/shifts/:assignmentId/check-in')
  checkIn(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.once(secret, request, reply, () => this.presence.checkIn(secret, assignmentId));
  }

  @Get('cover-links/:secret')
  async asked(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(askJson(await this.asks.of(secret)));
  }

  @Post('cover-links/:secret/answers')
  async answer(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { answer } = readJson(request, answerInput);
    const { status, body } = await idempotently(this.dataSource, request, async () => {
      mustStand(await this.answers.run(secret, answer, request.id));
      return { status: 200, body: askJson(await this.asks.of(secret)) };
    });
    return reply.code(status).headers(notKept).send(body);
  }

  private async once(
    secret: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<void>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await work();
      return { status: 200, body: ownNowJson(await this.now.of(secret)) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}

/** @throws Problem 409 `filled`, `closed`, `cannot-step-in` */
function mustStand(answered: Answered): void {
  if (answered.outcome === 'filled') {
    throw conflict('filled', 'Somebody else was quicker and has the shift. Thank you all the same!');
  }
  if (answered.outcome === 'closed') {
    throw conflict('closed', 'Nobody is looked for any more. Thank you all the same!');
  }
  if (answered.outcome === 'cannot') {
    throw conflict('cannot-step-in', `As things are now, whoever takes it ${whyInWords(answered.why)}.`);
  }
}
