import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, notKept, versionTag } from '#platform';
import type { LegWithPlaces } from '../legs.js';
import { legJson } from './travel-json.js';

/** Answers programs with a leg, its version as ETag, or with something else once per `Idempotency-Key`. */
@Injectable()
export class LegAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param work its conflicts of versions are failed preconditions here */
  async leg(reply: FastifyReply, work: Promise<LegWithPlaces>) {
    const json = legJson(await asPrecondition(work));
    return reply.headers({ ...notKept, etag: versionTag(json.version) }).send(json);
  }

  async post<Made extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<Made>,
    made?: (body: Made) => string,
  ) {
    const status = made === undefined ? 200 : 201;
    const answer = await idempotently(this.dataSource, request, async () => ({ status, body: await work() }));
    const body = answer.body as Made;
    if (made !== undefined && answer.status === 201) reply.header('location', made(body));
    if ('version' in body && typeof body.version === 'number') reply.header('etag', versionTag(body.version));
    return reply.code(answer.status).headers(notKept).send(body);
  }
}
