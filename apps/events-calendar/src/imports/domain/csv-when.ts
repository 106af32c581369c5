import type { Temporal } from 'temporal-polyfill';
import { monthNames } from '../../events/domain/calendar-date.js';
import type { When } from '../../events/domain/event.js';

/** When an event is, in three cells. */
export interface WhenCells {
  readonly start: string;
  readonly end: string;
  readonly allDay: string;
}

/** What the cells mean, as `whenFromIso` takes it, or the cell that contradicts the others. */
export type ReadCells =
  | { readonly ok: true; readonly start: string; readonly end: string | null; readonly isReordered: boolean }
  | { readonly ok: false; readonly column: 'start' | 'all_day'; readonly message: string };

/**
 * Also reads what spreadsheets make of ISO dates when they save them: `01/06/2026 14:00`, `Jun-26`; and a span of days in
 * the start alone: `2020-06-01..2020-06-30`.
 */
export function readWhenCells({ start, end, allDay }: WhenCells): ReadCells {
  const [first = '', last, ...rest] = start.split('..').map((part) => part.trim());
  if (rest.length > 0 || (last !== undefined && end.trim() !== '')) {
    return {
      ok: false,
      column: 'start',
      message: 'Write the first day here and the last day in the column end.',
    };
  }
  const from = readDateCell(first);
  const to = readDateCell(last ?? end.trim());
  const said = readYesNo(allDay);
  if (said === 'unclear') {
    return {
      ok: false,
      column: 'all_day',
      message: `“${allDay.trim()}” is neither yes nor no. Write one of them.`,
    };
  }
  const hasTime = /[Tt ]\d{1,2}:/u.test(from.iso);
  if (said === 'no' && !hasTime && /^\d{4}-\d{2}-\d{2}$/u.test(from.iso)) {
    return {
      ok: false,
      column: 'all_day',
      message: 'It says no, but the start has no time. Add one, or write yes.',
    };
  }
  const isReordered = from.isReordered || to.isReordered;
  if (said !== 'yes' || !hasTime) return { ok: true, start: from.iso, end: to.iso || null, isReordered };
  if (![from.iso, to.iso || from.iso].every((iso) => /[Tt ]00:00(?::00)?$/u.test(iso))) {
    return {
      ok: false,
      column: 'all_day',
      message: 'It says yes, but there is a time. Leave out the time, or write no.',
    };
  }
  return { ok: true, start: from.iso.slice(0, 10), end: to.iso.slice(0, 10) || null, isReordered };
}

function readYesNo(cell: string): 'yes' | 'no' | 'blank' | 'unclear' {
  const word = cell.trim().toLowerCase();
  if (word === '') return 'blank';
  if (['yes', 'y', 'true', '1', 'x'].includes(word)) return 'yes';
  return ['no', 'n', 'false', '0'].includes(word) ? 'no' : 'unclear';
}

interface DateCell {
  readonly iso: string;
  /** It was written as day/month/year. */
  readonly isReordered: boolean;
}

function readDateCell(text: string): DateCell {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?$/u.exec(text);
  if (parts !== null) {
    const [, day = '', month = '', year = '', hour, minute = ''] = parts;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return {
      iso: hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`,
      isReordered: true,
    };
  }
  const [, name, year] = /^(\p{L}{3,9})[- ](\d{2}|\d{4})$/u.exec(text) ?? [];
  const index = monthNames.findIndex((month) => isNameOf(month, name ?? ''));
  if (index === -1 || year === undefined) return { iso: text, isReordered: false };
  return { iso: `${year.padStart(4, '20')}-${String(index + 1).padStart(2, '0')}`, isReordered: false };
}

const isNameOf = (month: string, name: string) =>
  [month, month.slice(0, 3)].some((candidate) => candidate.toLowerCase() === name.toLowerCase());

/** The cells that {@link readWhenCells} reads as this. */
export function writeWhenCells(when: When): WhenCells {
  if (when.type === 'month') return { start: when.month.toString(), end: '', allDay: '' };
  if (when.type === 'all-day')
    return { start: when.first.toString(), end: when.last.toString(), allDay: 'yes' };
  return { start: localText(when.start, when.zone), end: localText(when.end, when.zone), allDay: 'no' };
}

/** On the clocks of its zone; with the offset where they show that time twice. */
function localText(instant: Temporal.Instant, zone: string): string {
  const time = instant.toZonedDateTimeISO(zone);
  const local = time.toPlainDateTime();
  const isFirst = local.toZonedDateTime(zone).equals(time);
  return isFirst
    ? local.toString({ smallestUnit: 'minute' })
    : time.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}
