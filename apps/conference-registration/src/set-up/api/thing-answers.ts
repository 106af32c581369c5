import type { FastifyReply, FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { asPrecondition, idempotently, notKept, Transactions, versionTag } from '#platform';
import { apiPath } from '../../openapi/api-part.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** How the API answers with what a conference offers. */
@Injectable()
export class ThingAnswers {
  constructor(
    private readonly transactions: Transactions,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  list(reply: FastifyReply, items: readonly unknown[], more: object = {}): FastifyReply {
    return reply.headers(notKept).send({ items, ...more });
  }

  /** One thing, its version as ETag. */
  one(reply: FastifyReply, thing: Versioned): FastifyReply {
    return reply.headers({ ...notKept, etag: versionTag(thing.version) }).send(thing);
  }

  /** One thing as changed by a PUT that named the version which was seen. */
  async changed(reply: FastifyReply, work: Promise<Versioned>): Promise<FastifyReply> {
    return this.one(reply, await asPrecondition(work));
  }

  gone(reply: FastifyReply): FastifyReply {
    return reply.code(204).headers(notKept).send();
  }

  /**
   * Makes a thing in a transaction, once per `Idempotency-Key`.
   *
   * @param path of its kind, below the conference
   */
  async made(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    make: (manager: EntityManager) => Promise<Versioned>,
  ): Promise<FastifyReply> {
    const thing = await this.once(request, 201, () => this.transactions.run(make));
    reply.code(201).header('location', `${apiPath}/conferences/${path}/${thing.id}`);
    return this.one(reply, thing);
  }

  /** Makes several things in a transaction, once per `Idempotency-Key`. */
  async madeSeveral(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (manager: EntityManager) => Promise<readonly Versioned[]>,
  ): Promise<FastifyReply> {
    const things = await this.once(request, 201, () => this.transactions.run(make));
    return this.list(reply.code(201), things);
  }

  /** Takes a step of a thing, once per `Idempotency-Key`. */
  async stepped(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<Versioned>,
  ): Promise<FastifyReply> {
    return this.one(reply.code(200), await this.once(request, 200, work));
  }

  private async once<Made>(
    request: FastifyRequest,
    status: 200 | 201,
    work: () => Promise<Made>,
  ): Promise<Made> {
    const { body } = await idempotently(this.dataSource, request, async () => ({
      status,
      body: await work(),
    }));
    return body as Made;
  }
}
