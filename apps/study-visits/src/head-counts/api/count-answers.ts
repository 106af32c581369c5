import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { asPrecondition, idempotently, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { AskCounts } from '../ask-counts.js';
import { CloseCount } from '../close-count.js';
import type { CountAsker, HeadCount } from '../counts.js';
import { LookAtContact } from '../look-at-contact.js';
import { ReadCounts } from '../read-counts.js';
import { TakeMarks } from '../take-marks.js';
import { countJson, countsJson, takenJson } from './count-json.js';
import { closeInput, marksInput, reopenInput } from './head-counts.schema.js';

type Asked = readonly [FastifyRequest, FastifyReply, CountAsker, string];

/** What programs do with head counts, for staff and for whoever leads the visit alike. */
@Injectable()
export class CountAnswers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly ask: AskCounts,
    private readonly counts: ReadCounts,
    private readonly marks: TakeMarks,
    private readonly closing: CloseCount,
    private readonly contacts: LookAtContact,
  ) {}

  async list(reply: FastifyReply, asker: CountAsker) {
    const counts = await this.counts.of(await this.ask.visitOf(asker));
    return reply.headers(notKept).send(countsJson(counts));
  }

  async show(reply: FastifyReply, asker: CountAsker, thingId: string) {
    return sendCount(reply, await this.counts.one(await this.ask.visitOf(asker), thingId));
  }

  /** Marks carry ids, by which each is taken once: no key is needed, and none does harm. */
  async mark(...[request, reply, asker, thingId]: Asked) {
    const { marks } = readJson(request, marksInput);
    const sent = marks.map((mark) => ({ ...mark, madeAt: Temporal.Instant.from(mark.madeAt) }));
    const taken = await this.marks.run(asker, thingId, sent);
    const headers = { ...notKept, etag: versionTag(taken.count.version) };
    return reply.code(200).headers(headers).send(takenJson(taken));
  }

  close(...[request, reply, asker, thingId]: Asked) {
    const { decision } = readJson(request, closeInput);
    const version = requiredVersion(request);
    return this.once(request, reply, () => this.closing.close(asker, { thingId, version }, decision));
  }

  reopen(...[request, reply, asker, thingId]: Asked) {
    const { why } = readJson(request, reopenInput);
    const version = requiredVersion(request);
    return this.once(request, reply, () => this.closing.reopen(asker, { thingId, version }, why));
  }

  async contact(...[request, reply, asker, thingId, travellerId]: readonly [...Asked, string]) {
    const { contact } = await this.contacts.run(asker, thingId, travellerId, request.id);
    return reply.code(200).headers(notKept).send({ contact });
  }

  private async once(request: FastifyRequest, reply: FastifyReply, work: () => Promise<HeadCount>) {
    const answer = await idempotently(this.dataSource, request, async () => ({
      status: 200,
      body: countJson(await asPrecondition(work())),
    }));
    const { version } = answer.body as ReturnType<typeof countJson>;
    return reply
      .code(answer.status)
      .headers({ ...notKept, etag: versionTag(version) })
      .send(answer.body);
  }
}

function sendCount(reply: FastifyReply, count: HeadCount) {
  return reply.headers({ ...notKept, etag: versionTag(count.version) }).send(countJson(count));
}
