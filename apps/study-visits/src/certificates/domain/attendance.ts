import { Temporal } from 'temporal-polyfill';
import { codeLength, newCode } from '../../applications/domain/code.js';

/** What was planned at which somebody learned something: at hosts and in sessions, not meals or journeys. */
export const learningKinds = ['visit', 'session'] as const;

/** From when until when something was; exact instants, ISO. */
export interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** How many whole minutes passed in spans, those in which two were at once counted once. */
export function minutesIn(spans: readonly Span[]): number {
  const sorted = spans
    .map(({ startsAt, endsAt }) => ({
      from: Temporal.Instant.from(startsAt).epochMilliseconds,
      to: Temporal.Instant.from(endsAt).epochMilliseconds,
    }))
    .toSorted((one, other) => one.from - other.from);
  let [total, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of sorted) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return Math.floor(total / 60_000);
}

/** How many days a visit took, the first and the last among them. */
export const daysOf = (visit: { readonly firstDay: string; readonly lastDay: string }): number =>
  Temporal.PlainDate.from(visit.firstDay).until(visit.lastDay, { largestUnit: 'days' }).days + 1;

/**
 * "K7M4QD-34RTHC": one of 10¹⁶, so that nobody comes upon one by trying.
 *
 * @param pick a whole number from 0 to below what it is given, all as likely as each other
 */
export const newNumber = (pick: (below: number) => number): string => `${newCode(pick)}-${newCode(pick)}`;

/** A number as somebody typed it, as it is kept; `null`: it cannot be one. */
export function readNumber(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  return signs.length === 2 * codeLength ? `${signs.slice(0, codeLength)}-${signs.slice(codeLength)}` : null;
}
