import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf } from '#platform';
import type { OccurrenceChange, OccurrenceException, When } from './domain/event.js';
import type { StoredException } from './event.entity.js';

/** The columns in which a table keeps a {@link When}. */
export interface WhenColumns {
  readonly whenType: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly month: string | null;
  readonly zone: string;
}

/** @throws Error when the row breaks the table's own check: the database is not what the migrations made */
export function whenFromColumns(row: WhenColumns): When {
  const { zone } = row;
  if (row.whenType === 'timed' && row.startsAt && row.endsAt) {
    return { type: 'timed', start: instantOf(row.startsAt), end: instantOf(row.endsAt), zone };
  }
  if (row.whenType === 'all-day' && row.firstDay !== null && row.lastDay !== null) {
    return {
      type: 'all-day',
      first: Temporal.PlainDate.from(row.firstDay),
      last: Temporal.PlainDate.from(row.lastDay),
      zone,
    };
  }
  if (row.whenType === 'month' && row.month !== null) {
    return { type: 'month', month: Temporal.PlainYearMonth.from(row.month), zone };
  }
  throw new Error(`a row says neither when it starts nor when it ends (${row.whenType})`);
}

/** Those columns of `occurrences` that say when, as a query gives them. */
export interface OccurrenceTimes {
  readonly when_type: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly month: string | null;
  readonly zone: string;
}

/** {@link whenFromColumns} of a row of `occurrences`. */
export function whenOfOccurrence(row: OccurrenceTimes): When {
  return whenFromColumns({
    whenType: row.when_type,
    startsAt: row.starts,
    endsAt: row.ends,
    firstDay: row.first_day,
    lastDay: row.last_day,
    month: row.month,
    zone: row.zone,
  });
}

export function whenToColumns(when: When): WhenColumns {
  const none = { startsAt: null, endsAt: null, firstDay: null, lastDay: null, month: null };
  const common = { ...none, whenType: when.type, zone: when.zone };
  switch (when.type) {
    case 'timed':
      return { ...common, startsAt: dateOf(when.start), endsAt: dateOf(when.end) };
    case 'all-day':
      return { ...common, firstDay: when.first.toString(), lastDay: when.last.toString() };
    case 'month':
      return { ...common, month: when.month.toString() };
  }
}

interface StoredWhen {
  readonly type: 'timed' | 'all-day';
  readonly start?: string;
  readonly end?: string;
  readonly first?: string;
  readonly last?: string;
  readonly zone: string;
}

/** JSON has no instants: `when` of a changed occurrence goes in as ISO strings. */
export function storeException(exception: OccurrenceException): StoredException {
  if (exception.type === 'removed') return exception;
  // Temporal's own toJSON gives ISO strings.
  const change = JSON.parse(JSON.stringify(exception.change)) as object;
  return { original: exception.original, type: 'changed', change };
}

export function readException(object: object): OccurrenceException {
  const stored = object as StoredException;
  if (stored.type === 'removed') return stored;
  const { when, ...rest } = stored.change as { when?: StoredWhen } & Omit<OccurrenceChange, 'when'>;
  const change: OccurrenceChange = when === undefined ? rest : { ...rest, when: readWhen(when) };
  return { original: stored.original, type: 'changed', change };
}

function readWhen(stored: StoredWhen): NonNullable<OccurrenceChange['when']> {
  const { zone } = stored;
  if (stored.type === 'timed') {
    return {
      type: 'timed',
      start: Temporal.Instant.from(stored.start ?? ''),
      end: Temporal.Instant.from(stored.end ?? ''),
      zone,
    };
  }
  return {
    type: 'all-day',
    first: Temporal.PlainDate.from(stored.first ?? ''),
    last: Temporal.PlainDate.from(stored.last ?? ''),
    zone,
  };
}
