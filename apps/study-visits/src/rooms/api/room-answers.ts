import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, notKept, versionTag } from '#platform';

/** Answers programs about rooms: what has a version with it as ETag, and what a POST makes once per `Idempotency-Key`. */
@Injectable()
export class RoomAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param work its conflicts of versions are failed preconditions here */
  async versioned(reply: FastifyReply, work: Promise<{ readonly version: number }>) {
    const json = await asPrecondition(work);
    return reply.headers({ ...notKept, etag: versionTag(json.version) }).send(json);
  }

  /** @param made the address of what the request makes; left out where it makes nothing */
  async post<Made extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<Made>,
    made?: (body: Made) => string,
  ) {
    const status = made === undefined ? 200 : 201;
    const answer = await idempotently(this.dataSource, request, async () => ({ status, body: await work() }));
    if (made !== undefined && answer.status === status) reply.header('location', made(answer.body as Made));
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
