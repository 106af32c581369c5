import { Temporal } from 'temporal-polyfill';
import { saidKinds, saidOf, withSaid, type SaidKind, type SaidSpan } from './availability.js';
import { byStart, doMeet, isBefore, type Span } from './spans.js';

/** A stretch of time that people are asked about. */
export interface Slot extends Span {
  /** Its name in forms and addresses: seconds since 1970, `1822032000-1822035600`. */
  readonly key: string;
}

/** When something is done on the stand. */
export interface StandDay {
  /** ISO. */
  readonly day: string;
  /** `null`: shifts outside the hours of any day. */
  readonly kind: 'build-up' | 'open' | 'break-down' | null;
}

export interface SlotDay extends StandDay {
  /** In order. */
  readonly slots: readonly Slot[];
}

/** As the exhibition has its days. */
export type OpenDay = StandDay & { readonly start: Temporal.Instant; readonly end: Temporal.Instant };

const hour = Temporal.Duration.from({ minutes: 60 });

/**
 * What people are asked about: the shifts of a day where it has any, else its hours one by one. Hours are such as pass, so that
 * the night in which the clock goes back has one more.
 *
 * @param zone IANA
 * @param shifts in any order; of those at the same time one is asked about
 */
export function slotsOf(days: readonly OpenDay[], zone: string, shifts: readonly Span[]): SlotDay[] {
  const asked = [...new Map(shifts.map((span) => [keyOf(span), slotOf(span)])).values()].toSorted(byStart);
  const rest = new Set(asked);
  const inDays = days.map(({ day, kind, start, end }) => {
    const own = asked.filter((slot) => doMeet(slot, { from: start, until: end }) && rest.delete(slot));
    return { day, kind, slots: own.length > 0 ? own : hoursOf(start, end) };
  });
  const others = Map.groupBy(rest, ({ from }) => from.toZonedDateTimeISO(zone).toPlainDate().toString());
  return [...inDays, ...[...others].map(([day, slots]) => ({ day, kind: null, slots }))].toSorted((a, b) => {
    const [first, second] = [a.slots[0], b.slots[0]];
    return first === undefined || second === undefined ? 0 : byStart(first, second);
  });
}

function hoursOf(start: Temporal.Instant, end: Temporal.Instant): Slot[] {
  const slots: Slot[] = [];
  for (let from = start; isBefore(from, end);) {
    const full = from.add(hour);
    const until = isBefore(end, full) ? end : full;
    slots.push(slotOf({ from, until }));
    from = until;
  }
  return slots;
}

const slotOf = (span: Span): Slot => ({ key: keyOf(span), from: span.from, until: span.until });

const secondsOf = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);

export const keyOf = ({ from, until }: Span): string => `${secondsOf(from)}-${secondsOf(until)}`;

/** The stretch of time that a slot's key names, `null` for anything else. */
export function spanOfKey(key: string): Span | null {
  const [, from, until] = /^(\d{1,11})-(\d{1,11})$/.exec(key) ?? [];
  if (from === undefined || until === undefined || Number(until) <= Number(from)) return null;
  return {
    from: Temporal.Instant.fromEpochMilliseconds(Number(from) * 1000),
    until: Temporal.Instant.fromEpochMilliseconds(Number(until) * 1000),
  };
}

/** A word on one slot. */
export interface Answer {
  readonly span: Span;
  readonly kind: SaidKind;
}

/**
 * What was said, with newer words on some slots. Where slots overlap (one shift begins before another ends), whoever can do the
 * one and not the other is free for all of the one: so the more willing word has the part that they share.
 *
 * @param asked all that people are asked about, so that words on neighbours which overlap are kept
 */
export function answered(
  said: readonly SaidSpan[],
  asked: readonly Span[],
  answers: readonly Answer[],
): readonly SaidSpan[] {
  const newer = new Set(answers.map(({ span }) => keyOf(span)));
  const neighbours = asked
    .filter((slot) => !newer.has(keyOf(slot)) && answers.some(({ span }) => doMeet(span, slot)))
    .flatMap((span): Answer[] => {
      const kind = saidOf(said, span);
      return kind === null || kind === 'partly' || kind === 'unavailable' ? [] : [{ span, kind }];
    });
  return [...neighbours, ...answers]
    .toSorted((one, other) => saidKinds.indexOf(one.kind) - saidKinds.indexOf(other.kind))
    .reduce<readonly SaidSpan[]>(
      (all, { span: { from, until }, kind }) => withSaid(all, { from, until, kind }),
      said,
    );
}
