import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import type { MessageState } from './message-state.js';
import { isRequestId, type MessageTrace } from './message-trace.js';
import { ReadDeadLetters } from './read-dead-letters.js';
import { ReadState } from './read-state.js';
import { ReadTrace } from './read-trace.js';
import { Requeue } from './requeue.js';
import {
  requeueAllSchema,
  type DeadLetterList,
  type FoundDeadLetter,
  type Requeued,
  type RequeuedAll,
} from './shown-dead-letter.js';

/** Where every app with messages tells the mailer, which shows it to staff, how its messages fare; for services alone. */
export const messagesPath = '/internal/messages';

@Controller(messagesPath.slice(1))
export class MessagesController {
  constructor(
    private readonly state: ReadState,
    private readonly traces: ReadTrace,
    private readonly letters: ReadDeadLetters,
    private readonly requeue: Requeue,
  ) {}

  @Get()
  tellState(): Promise<MessageState> {
    return this.state.read();
  }

  @Get('trace/:correlationId')
  async trace(@Param('correlationId') correlationId: string): Promise<MessageTrace> {
    if (!isRequestId(correlationId)) throw notFound('No request has such an id.');
    return this.traces.of(correlationId);
  }

  @Get('dead-letters')
  list(@Query('type') type: unknown, @Query('page') page: unknown): Promise<DeadLetterList> {
    const wanted = typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
    return this.letters.list(typeof type === 'string' && type !== '' ? type : null, wanted);
  }

  @Get('dead-letters/:id')
  async show(@Param('id') id: string): Promise<FoundDeadLetter> {
    return { letter: await this.letters.one(id) };
  }

  @Post('dead-letters/requeue')
  @HttpCode(200)
  putAllBack(@Body() body: unknown, @Req() request: FastifyRequest): Promise<RequeuedAll> {
    const asked = requeueAllSchema.safeParse(body ?? {}).data;
    if (!asked) throw notFound('There are no such dead letters.');
    return this.requeue.all(asked.type ?? null, request.id);
  }

  @Post('dead-letters/:id/requeue')
  @HttpCode(200)
  async putBack(@Param('id') id: string, @Req() request: FastifyRequest): Promise<Requeued> {
    return { outcome: await this.requeue.one(id, request.id) };
  }
}
