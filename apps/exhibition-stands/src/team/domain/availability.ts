import type { Temporal } from 'temporal-polyfill';
import { byStart, common, isBefore, joined, without, type Span } from './spans.js';

/** In the order of how willingly somebody is there. */
export const saidKinds = ['unavailable', 'available', 'preferred'] as const;

/** `preferred`: they would like to be on the stand then. */
export type SaidKind = (typeof saidKinds)[number];

export interface SaidSpan extends Span {
  readonly kind: SaidKind;
}

/** "Except my fringe at 14:00": it holds whatever is said of the time round it, and that comes back when it is taken away. */
export interface Exception extends Span {
  /** "My fringe"; empty: they did not say. */
  readonly why: string;
}

/** What somebody said of when they can be on the stand. Of what they have not spoken of, they cannot. */
export interface Availability {
  /** In order; no two have a moment in common. */
  readonly said: readonly SaidSpan[];
  /** In order. */
  readonly exceptions: readonly Exception[];
}

/** When somebody can be given a shift. */
export interface Free extends Span {
  readonly preferred: boolean;
}

/** From when until when somebody is there at all; `null`: from the beginning, or to the end. */
export interface Stay {
  readonly arrivesAt: Temporal.Instant | null;
  readonly departsAt: Temporal.Instant | null;
}

export const nothingSaid: Availability = { said: [], exceptions: [] };

/** What was said, with a newer word on a part of it. */
export function withSaid(said: readonly SaidSpan[], newer: SaidSpan): readonly SaidSpan[] {
  return joined([...without(said, newer), newer], (one, other) => one.kind === other.kind);
}

/** Where two exceptions are alike, only one is kept. */
export function withException(exceptions: readonly Exception[], more: Exception): readonly Exception[] {
  const isThere = exceptions.some((each) => isSameSpan(each, more) && each.why === more.why);
  return isThere ? exceptions : [...exceptions, more].toSorted(byStart);
}

export const withoutException = (exceptions: readonly Exception[], gone: Span): readonly Exception[] =>
  exceptions.filter((each) => !isSameSpan(each, gone));

/** When somebody can be given a shift: what they said, less the exceptions and the time before they come and after they go. */
export function freeTimes({ said, exceptions }: Availability, stay: Stay): readonly Free[] {
  const offered = said
    .filter(({ kind }) => kind !== 'unavailable')
    .map(({ from, until, kind }) => ({ from, until, preferred: kind === 'preferred' }));
  const left = exceptions.reduce<Free[]>((free, exception) => without(free, exception), offered);
  return joined(
    left.flatMap((span) => {
      const there = common(span, {
        from: stay.arrivesAt ?? span.from,
        until: stay.departsAt ?? span.until,
      });
      return there === null ? [] : [{ ...span, ...there }];
    }),
    (one, other) => one.preferred === other.preferred,
  );
}

/**
 * What is said of a stretch of time as a whole: as willing as its least willing part. `partly`: nothing is said of some of it.
 *
 * @returns `null`: nothing is said of any of it
 */
export function saidOf(said: readonly SaidSpan[], span: Span): SaidKind | 'partly' | null {
  const parts = said.flatMap((each) => {
    const part = common(each, span);
    return part === null ? [] : [{ ...part, kind: each.kind }];
  });
  if (parts.length === 0) return null;
  const least = saidKinds.find((kind) => parts.some((part) => part.kind === kind)) ?? null;
  const gaps = parts.reduce<Span[]>((left, part) => without(left, part), [span]);
  return gaps.length > 0 && least !== 'unavailable' ? 'partly' : least;
}

/** Whether some of it lies before they come or after they go. */
export function isAway({ arrivesAt, departsAt }: Stay, { from, until }: Span): boolean {
  return (
    (arrivesAt !== null && isBefore(from, arrivesAt)) || (departsAt !== null && isBefore(departsAt, until))
  );
}

export const isSameSpan = (one: Span, other: Span): boolean =>
  one.from.equals(other.from) && one.until.equals(other.until);
