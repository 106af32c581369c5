import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, isStaff, notKept, versionTag } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import type { VisitSettings } from '../../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import { ChangeStatus } from '../change-status.js';
import type { Visit } from '../domain/visit.js';
import { visitJson } from './visit-json.js';
import type { VisitOutput } from './visit.schema.js';

/** Answers programs with a visit, its version as ETag, or with a thing of one. */
@Injectable()
export class VisitAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly status: ChangeStatus,
    @Inject(SETTINGS) private readonly settings: VisitSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As lists have it. */
  json(visit: Visit): VisitOutput {
    return visitJson(visit, { publicUrl: this.settings.PUBLIC_URL, now: this.clock() });
  }

  /** The same by itself: staff see what is missing, too. */
  async full(request: FastifyRequest, visit: Visit): Promise<VisitOutput> {
    if (!isStaff(request.identity)) return this.json(visit);
    const missing = (await this.status.missing(visit)).map(({ message }) => message);
    return { ...this.json(visit), missing };
  }

  /** @param work its conflicts of versions are failed preconditions here */
  async send(request: FastifyRequest, reply: FastifyReply, work: Promise<Visit>) {
    return this.thing(reply, await this.full(request, await asPrecondition(work)));
  }

  /** Runs a POST whose answer is a visit, once per `Idempotency-Key`. */
  post(request: FastifyRequest, reply: FastifyReply, status: 200 | 201, work: () => Promise<Visit>) {
    return this.postThing(request, reply, {
      status,
      location: ({ id }) => `${apiPath}/visits/${id}`,
      work: async () => this.full(request, await work()),
    });
  }

  /** The same of a thing of a visit. */
  async postThing<Thing extends Versioned>(
    request: FastifyRequest,
    reply: FastifyReply,
    { status, location, work, sent }: PostedThing<Thing>,
  ) {
    const run = async () => ({ status, body: await asPrecondition(work()) });
    const answer = await idempotently(this.dataSource, request, run, sent);
    const thing = answer.body as Thing;
    if (answer.status === 201 && location !== undefined) reply.header('location', location(thing));
    return this.thing(reply.code(answer.status), thing);
  }

  thing(reply: FastifyReply, thing: Versioned) {
    return reply.headers({ ...notKept, etag: versionTag(thing.version) }).send(thing);
  }
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What a POST makes. */
export interface PostedThing<Thing> {
  readonly status: 200 | 201;
  /** Where a new one is. */
  readonly location?: (thing: Thing) => string;
  readonly work: () => Promise<Thing>;
  /** What has to be the same in a repeat; the body unless told. */
  readonly sent?: unknown;
}
