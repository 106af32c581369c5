import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, idempotently, notKept, readJson, RunOnce } from '#platform';
import { MoveDelegate } from '../move-delegate.js';
import { moveInput } from './move.schema.js';

/** Moves delegates to another booking, for programs of staff. */
@Controller('api/v1/conference-registration/bookings/:key/delegates/:number/move')
export class MovesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly runOnce: RunOnce,
    private readonly moveDelegate: MoveDelegate,
  ) {}

  @Post()
  async move(
    @Param('key') key: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { to } = readJson(request, moveInput);
    const { status, body } = await idempotently(this.dataSource, request, async (attempt) => {
      const actor = actorOf(request);
      const booking = await this.runOnce.run(actor, attempt.id, {}, (manager) =>
        this.moveDelegate.run(manager, actor, key, Number(number), to),
      );
      return { status: 200, body: { booking } };
    });
    return reply.code(status).headers(notKept).send(body);
  }
}
