import { contractOf, isMessageType, type AppName } from '#contracts';
import type { MessageTrace } from '#messaging';
import { senderOf } from '../domain/message-words.js';

/** What became of a message at one of those that it was for. Times in milliseconds. */
export type Reception =
  | {
      readonly app: string;
      readonly state: 'handled';
      readonly after: number | null;
      readonly took: number | null;
    }
  | {
      readonly app: string;
      readonly state: 'given-up';
      readonly id: string;
      readonly attempts: number;
      readonly isRequeued: boolean;
    }
  /** It is on its way, or being tried. */
  | { readonly app: string; readonly state: 'waiting' }
  /** Whoever it is for does not answer. */
  | { readonly app: string; readonly state: 'unknown' };

/** A message and what became of it. */
export interface ToldMessage {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly sentAt: string;
  /** How long until it was put into the queues, in milliseconds; `null`: not yet; `unknown` once its sender has forgotten. */
  readonly handedOverAfter: number | null | 'unknown';
  readonly receptions: readonly Reception[];
}

export interface Story {
  /** In the order in which they were sent. */
  readonly messages: readonly ToldMessage[];
  /** How many more there are, of which nothing is told. */
  readonly more: number;
  readonly silent: readonly AppName[];
}

/** What each app knows. */
export type Traces = readonly { readonly app: AppName; readonly told: MessageTrace | null }[];

type Known = { readonly app: AppName; readonly told: MessageTrace };

/**
 * Puts together what every app knows of one request's messages: who sent what, and what became of it where. Where an app
 * tells only of the first ones, nothing is told of what was sent after those, so that all that is told is complete.
 */
export function storyOf(traces: Traces): Story {
  const known = traces.flatMap(({ app, told }): Known[] => (told === null ? [] : [{ app, told }]));
  const horizon = horizonOf(known);
  const ids = new Set(
    known.flatMap(({ told }) => [...told.sent, ...told.handled, ...told.deadLetters].map(({ id }) => id)),
  );
  const all = [...ids].toSorted();
  const within = horizon === null ? all : all.filter((id) => id <= horizon);
  const messages = within.map((id) => messageOf(id, known, traces));
  return {
    messages: messages.toSorted(
      (a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.id < b.id ? -1 : 1),
    ),
    more: Math.max(0, totalOf(known) - messages.length),
    silent: traces.flatMap(({ app, told }) => (told === null ? [app] : [])),
  };
}

/** The last message up to which every app has told of all; `null`: there is no end to it. */
function horizonOf(known: readonly Known[]): string | null {
  const ends = known.flatMap(({ told }) => [
    ...endOf(told.sent, told.sentInAll),
    ...endOf(told.handled, told.handledInAll),
    ...endOf(told.deadLetters, told.deadLettersInAll),
  ]);
  return ends.toSorted()[0] ?? null;
}

function endOf(rows: readonly { readonly id: string }[], inAll: number): string[] {
  const last = rows.at(-1);
  return last !== undefined && inAll > rows.length ? [last.id] : [];
}

/** About how many there are in all: at least as many as were sent, or as one app handled. */
function totalOf(known: readonly Known[]): number {
  const sent = known.reduce((sum, { told }) => sum + told.sentInAll, 0);
  return Math.max(sent, ...known.map(({ told }) => told.handledInAll));
}

function messageOf(id: string, known: readonly Known[], traces: Traces): ToldMessage {
  const sent = first(known, ({ told }) => told.sent.find((row) => row.id === id));
  const handled = first(known, ({ told }) => told.handled.find((row) => row.id === id));
  const letter = first(known, ({ told }) => told.deadLetters.find((row) => row.id === id));
  const type = sent?.row.type ?? handled?.row.type ?? letter?.row.type ?? '';
  const sentAt = sent?.row.at ?? handled?.row.sentAt ?? handled?.row.handledAt ?? letter?.row.diedAt ?? '';
  const { deliveredAt } = sent?.row ?? { deliveredAt: undefined };
  const isTimeKnown = sent !== null || (handled?.row.sentAt ?? null) !== null;
  const receivers = sent?.row.to ?? receiversOf(id, type, known);
  return {
    id,
    type,
    from: sent?.app ?? senderOf(type),
    sentAt,
    handedOverAfter: after(sentAt, deliveredAt),
    receptions: receivers.map((app) => receptionOf(id, app, isTimeKnown ? sentAt : null, traces)),
  };
}

function first<Row>(
  known: readonly Known[],
  find: (of: Known) => Row | undefined,
): { readonly app: AppName; readonly row: Row } | null {
  for (const of of known) {
    const row = find(of);
    if (row !== undefined) return { app: of.app, row };
  }
  return null;
}

/** Once its sender has forgotten a message, it is known to have been for whoever got it; others may be silent. */
function receiversOf(id: string, type: string, known: readonly Known[]): string[] {
  const got = known.filter(({ told }) => [...told.handled, ...told.deadLetters].some((row) => row.id === id));
  const names = got.map(({ app }): string => app);
  if (!isMessageType(type)) return names;
  const asked = new Set<string>(known.map(({ app }) => app));
  return [...names, ...contractOf(type).consumers.filter((app) => !asked.has(app))];
}

function after(sentAt: string, at: string | null | undefined): number | null | 'unknown' {
  if (at === undefined) return 'unknown';
  return at === null ? null : Date.parse(at) - Date.parse(sentAt);
}

function receptionOf(id: string, app: string, sentAt: string | null, traces: Traces): Reception {
  const told = traces.find((trace) => trace.app === app)?.told ?? null;
  if (told === null) return { app, state: 'unknown' };
  const handled = told.handled.find((row) => row.id === id);
  if (handled) {
    const waited = sentAt === null ? null : Date.parse(handled.handledAt) - Date.parse(sentAt);
    return { app, state: 'handled', after: waited, took: handled.tookMs };
  }
  const letter = told.deadLetters.find((row) => row.id === id);
  if (letter) {
    const { attempts, requeuedAt } = letter;
    return { app, state: 'given-up', id, attempts, isRequeued: requeuedAt !== null };
  }
  return { app, state: 'waiting' };
}
