import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, idempotently, isStaff, notKept, versionTag } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import type { StandSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import type { Exhibition } from '../domain/exhibition.js';
import { exhibitionJson } from './exhibition-json.js';

/** Answers programs with an exhibition, its version as ETag, or with a thing of one. */
@Injectable()
export class ExhibitionAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: StandSettings,
  ) {}

  json(request: FastifyRequest, exhibition: Exhibition) {
    return exhibitionJson(exhibition, {
      publicUrl: this.settings.PUBLIC_URL,
      isStaff: isStaff(request.identity),
    });
  }

  /** @param work its conflicts of versions are failed preconditions here */
  async send(request: FastifyRequest, reply: FastifyReply, work: Promise<Exhibition>) {
    return this.thing(reply, this.json(request, await asPrecondition(work)));
  }

  /** Runs a POST whose answer is an exhibition, once per `Idempotency-Key`. */
  post(request: FastifyRequest, reply: FastifyReply, status: 200 | 201, work: () => Promise<Exhibition>) {
    return this.postThing(request, reply, {
      status,
      location: ({ id }) => `${apiPath}/exhibitions/${id}`,
      work: async () => this.json(request, await work()),
    });
  }

  /** The same of a thing of an exhibition. */
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
