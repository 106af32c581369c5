import { Temporal } from 'temporal-polyfill';
import type { EventDetails, When } from '../../events/domain/event.js';
import { readException } from '../../events/stored-when.js';
import type { ImportRow } from '../domain/import-row.js';

/** {@link EventDetails} as JSON keeps them: Temporal's values as their ISO texts. */
export type StoredDetails = Omit<EventDetails, 'when' | 'recurrence'> & {
  readonly when: StoredWhen;
  readonly recurrence: { readonly rule: string; readonly exceptions: readonly object[] } | null;
};

interface StoredWhen {
  readonly type: When['type'];
  readonly zone: string;
  readonly start?: string;
  readonly end?: string;
  readonly first?: string;
  readonly last?: string;
  readonly month?: string;
}

export function storeDetails(details: EventDetails): StoredDetails {
  // Temporal's own toJSON gives ISO texts.
  return JSON.parse(JSON.stringify(details)) as StoredDetails;
}

/** @throws RangeError for what {@link storeDetails} has not written */
function readStoredDetails({ when, recurrence, ...rest }: StoredDetails): EventDetails {
  return {
    ...rest,
    when: readWhen(when),
    recurrence: recurrence && {
      rule: recurrence.rule,
      exceptions: recurrence.exceptions.map(readException),
    },
  };
}

/** A row with its details as they were before they were stored. */
export function readStoredRow<Row extends { readonly details: StoredDetails | null }>(
  row: Row,
): Omit<Row, 'details'> & Pick<ImportRow, 'details'> {
  return { ...row, details: row.details && readStoredDetails(row.details) };
}

function readWhen({ type, zone, ...texts }: StoredWhen): When {
  const { start = '', end = '', first = '', last = '', month = '' } = texts;
  if (type === 'timed') {
    return { type, start: Temporal.Instant.from(start), end: Temporal.Instant.from(end), zone };
  }
  if (type === 'all-day') {
    return { type, first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last), zone };
  }
  return { type, month: Temporal.PlainYearMonth.from(month), zone };
}
