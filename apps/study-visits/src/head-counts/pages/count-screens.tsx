import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStreams, Problem, readJson } from '#platform';
import { Temporal } from 'temporal-polyfill';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type SubmittedValues,
} from '#ui';
import { islands } from '../../assets/islands.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { personAnchor } from '../addresses.js';
import { marksInput } from '../api/head-counts.schema.js';
import { AskCounts } from '../ask-counts.js';
import { CloseCount } from '../close-count.js';
import { ReadCounts } from '../read-counts.js';
import { TakeMarks, type RefusedMark, type SentMark } from '../take-marks.js';
import type { CountPlace } from './count-place.js';
import { titleOf } from './count-place.js';
import { CountView, type RefusedForm } from './count.view.js';
import { pageStateOf, type PageState } from './page-state.js';

type Asked = readonly [FastifyRequest, FastifyReply, CountPlace, string];

const leaveFields = ['allowedBy', 'place', 'until'] as const;

/** The page of a count, for staff and for whoever leads the visit alike. */
@Injectable()
export class CountScreens {
  constructor(
    private readonly site: Site,
    private readonly ask: AskCounts,
    private readonly counts: ReadCounts,
    private readonly marks: TakeMarks,
    private readonly closing: CloseCount,
    private readonly streams: EventStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(...asked: Asked) {
    return this.send(asked, null);
  }

  /** How it stands, for the page's script: as a stream. */
  async events(...[request, reply, { asker }, thingId]: Asked) {
    const { thing } = await this.counts.one(await this.ask.visitOf(asker), thingId);
    await this.streams.tell<PageState>(request, reply, {
      key: `head count ${thing.id}`,
      look: async () => pageStateOf(await this.counts.live(thing.id), thing.span),
      // A closed one may be opened again.
      isOver: () => false,
    });
  }

  /** Takes marks of the page's script as JSON, or one of a form. */
  async mark(...asked: Asked) {
    const [request, reply, { asker, base }, thingId] = asked;
    if (request.headers['content-type']?.startsWith('application/json') === true) {
      const { marks } = readJson(request, marksInput);
      const sent = marks.map((mark) => ({ ...mark, madeAt: Temporal.Instant.from(mark.madeAt) }));
      const { count, refused } = await this.marks.run(asker, thingId, sent);
      const state = pageStateOf({ ...count, isClosed: count.closedAt !== null }, count.thing.span);
      return reply.code(200).header('cache-control', 'no-store').send({ state, refused });
    }
    const values = submittedValues(request.body);
    const mark = this.markIn(values);
    const { refused } = await this.marks.run(asker, thingId, [mark]);
    if (refused.length > 0) return this.send(asked, refusedLeave(mark, values, refused));
    return this.site.redirect(reply, `${base}/${thingId}#${personAnchor(mark.travellerId)}`);
  }

  close(...asked: Asked) {
    const [request, , { asker }, thingId] = asked;
    const values = submittedValues(request.body);
    const seen = { thingId, version: readVersion(values) };
    return this.act(asked, 'close', 'decision', 'The count is closed.', async (decision) => {
      await this.closing.close(asker, seen, decision);
    });
  }

  reopen(...asked: Asked) {
    const [request, , { asker }, thingId] = asked;
    const values = submittedValues(request.body);
    const seen = { thingId, version: readVersion(values) };
    return this.act(asked, 'reopen', 'why', 'The count is open again.', async (why) => {
      await this.closing.reopen(asker, seen, why);
    });
  }

  private async act(
    asked: Asked,
    of: 'close' | 'reopen',
    field: string,
    done: string,
    work: (text: string) => Promise<void>,
  ) {
    const [request, reply, { base }, thingId] = asked;
    const values = pickFields(submittedValues(request.body), [field]);
    try {
      await work(textIn(values, field));
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors = isProblem(error, 409)
        ? [{ field: '', message: error.detail }]
        : refusedFields(error, [field]);
      return this.send(asked, { of, form: form(values, errors) }, error.status);
    }
    return this.site.redirect(reply, `${base}/${thingId}`, { type: 'success', text: done });
  }

  private async send(asked: Asked, refused: RefusedForm | null, status = refused === null ? 200 : 422) {
    const [request, reply, place, thingId] = asked;
    const count = await this.counts.one(await this.ask.visitOf(place.asker), thingId);
    const page = {
      title: titleOf(`Head count: ${count.thing.title}`, count.visit),
      noIndex: true,
      hasErrors: refused !== null,
      scripts: [islands.address('head-counts')],
      before: <BackLink href={place.base}>Head counts</BackLink>,
      main: (
        <CountView count={count} place={place} refused={refused} once={randomUUID()} now={this.clock()} />
      ),
    };
    return this.site.send(request, reply, page, status);
  }

  /** A mark of a form: the same press of the same button is the same mark, another button another. */
  private markIn(values: SubmittedValues): SentMark {
    const [travellerId, kind] = [textIn(values, 'travellerId'), textIn(values, 'kind')];
    const leave = {
      allowedBy: textIn(values, 'allowedBy'),
      place: textIn(values, 'place'),
      until: textIn(values, 'until'),
    };
    const said = JSON.stringify([readToken(values), travellerId, kind, kind === 'elsewhere' && leave]);
    return {
      id: idFrom(said),
      travellerId,
      kind,
      leave: kind === 'elsewhere' ? leave : null,
      over: textIn(values, 'over')
        .split(' ')
        .filter((id) => id !== ''),
      madeAt: this.clock(),
    };
  }
}

/** A UUID (RFC 9562, version 8) that is the same for the same text. */
function idFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function refusedLeave(
  { travellerId }: SentMark,
  values: SubmittedValues,
  refused: readonly RefusedMark[],
): RefusedForm {
  const errors = refused.map(({ field, message }) => ({
    field: leaveFields.some((name) => name === field) ? field : '',
    message,
  }));
  return { of: 'leave', travellerId, form: form(pickFields(values, leaveFields), errors) };
}
