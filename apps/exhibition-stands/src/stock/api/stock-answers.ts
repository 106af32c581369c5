import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { actorOf, idempotently, notKept, RunOnce } from '#platform';

/** How the API of the stock answers. */
@Injectable()
export class StockAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly runOnce: RunOnce,
  ) {}

  one(reply: FastifyReply, thing: object, status = 200): FastifyReply {
    return reply.code(status).headers(notKept).send(thing);
  }

  /**
   * Does something in a transaction, once per `Idempotency-Key`, also where the process is killed before it has answered.
   *
   * @param work gives the id of what it made
   * @param shown what is answered of that
   */
  async once(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: (manager: EntityManager) => Promise<string>,
    shown: (id: string) => Promise<object>,
  ): Promise<FastifyReply> {
    const answer = await idempotently(this.dataSource, request, async ({ id: attempt }) => {
      const id = await this.runOnce.run(actorOf(request), attempt, { url: request.url }, work);
      return { status, body: await shown(id) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
