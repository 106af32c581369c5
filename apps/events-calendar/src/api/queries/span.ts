import { Temporal } from 'temporal-polyfill';
import { badQuery, dateOf } from '#platform';
import { homeZone } from '../../events/domain/zones.js';

/** From when to when a list goes; open where `null`. */
export interface Span {
  readonly from: Temporal.Instant | null;
  /** Exclusive. */
  readonly to: Temporal.Instant | null;
}

/**
 * A span from the texts in an address. A day is all of it, where the network is.
 *
 * @throws Problem 400 for a day that does not exist, or an end that is not after the beginning
 */
export function readSpan(query: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Span {
  const from = query.from === undefined ? null : readMoment(query.from, 'from', 0);
  const to = query.to === undefined ? null : readMoment(query.to, 'to', 1);
  if (from !== null && to !== null && Temporal.Instant.compare(from, to) >= 0) {
    throw badQuery([
      { field: 'to', code: 'end-before-start', message: '“to” must be after “from”. Check both.' },
    ]);
  }
  return { from, to };
}

/** @param days how many days after the beginning of a day the moment is */
function readMoment(text: string, field: string, days: number): Temporal.Instant {
  try {
    if (text.includes('T')) return Temporal.Instant.from(text);
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return day.add({ days }).toZonedDateTime({ timeZone: homeZone }).toInstant();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badQuery([
      { field, code: 'date-does-not-exist', message: `“${text}” does not exist. Check “${field}”.` },
    ]);
  }
}

/** Of `occurrences o`, as `Conditions.add` takes it: what begins in the span or is still going on in it. */
export function withinSpan({ from, to }: Span): { readonly sql: string; readonly values: readonly Date[] } {
  const after = from === null ? [] : [dateOf(from), dateOf(from)];
  const before = to === null ? [] : [dateOf(to)];
  const parts = [
    ...(from === null ? [] : ['(o.ends > ? OR o.starts >= ?)']),
    ...(to === null ? [] : ['o.starts < ?']),
  ];
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), values: [...after, ...before] };
}
