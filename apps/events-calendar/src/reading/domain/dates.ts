import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, Occurrence, When } from '../../events/domain/event.js';
import { isPast } from '../../events/domain/when.js';

/** One of a recurring event's dates, as its page lists it. */
export interface ListedDate {
  readonly original: string;
  /** `null` where the rule has a date that was taken out. */
  readonly when: When | null;
  /** Where it is called off alone. */
  readonly cancelledReason: string | null;
  /** Set where it was moved: the wall-clock time or day that the rule gives. */
  readonly movedFrom: Temporal.PlainDateTime | Temporal.PlainDate | null;
  /** Where it has a title of its own. */
  readonly title: string | null;
}

export interface EventDates {
  /** The next of them, those taken out among them. */
  readonly listed: readonly ListedDate[];
  /** How many more come after those. */
  readonly more: number;
  /** The next that takes place; else the next that was to, or the last there was. */
  readonly next: Occurrence | null;
  /** How many there are in all, past ones included. */
  readonly total: number;
}

/** What an occurrence's name says: the time, or the day, that the rule puts it at. */
export const placeOf = (original: string): Temporal.PlainDateTime | Temporal.PlainDate =>
  original.includes('T') ? Temporal.PlainDateTime.from(original) : Temporal.PlainDate.from(original);

/**
 * The dates of a recurring event that are still to come.
 *
 * @param occurrences all of them, as `expand` gives them
 * @param most how many to list
 */
export function datesOf(
  event: Pick<CalendarEvent, 'recurrence' | 'when'>,
  occurrences: readonly Occurrence[],
  now: Temporal.Instant,
  most: number,
): EventDates {
  const coming = occurrences.filter((occurrence) => !isPast(occurrence.when, now));
  const dates = coming.slice(0, most);
  const isCut = dates.length < coming.length;
  const today = now.toZonedDateTimeISO(event.when.zone).toPlainDate().toString();
  const lastListed = dates.at(-1)?.original ?? '';
  const removed = (event.recurrence?.exceptions ?? []).filter(
    ({ type, original }) => type === 'removed' && original >= today && (!isCut || original < lastListed),
  );
  const listed = [
    ...dates.map((occurrence) => ({ at: localStart(occurrence), date: listedDate(occurrence) })),
    ...removed.map(({ original }) => ({ at: original, date: takenOut(original) })),
  ];
  return {
    listed: listed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ date }) => date),
    more: coming.length - dates.length,
    next: coming.find(({ cancelled }) => cancelled === null) ?? coming[0] ?? occurrences.at(-1) ?? null,
    total: occurrences.length,
  };
}

/** Sorts among originals, which are wall-clock times or days as ISO texts. */
function localStart({ when, original }: Occurrence): string {
  if (when.type === 'all-day') return when.first.toString();
  if (when.type === 'month') return original ?? '';
  return when.start.toZonedDateTimeISO(when.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function listedDate({ original, when, cancelled, change }: Occurrence): ListedDate {
  return {
    original: original ?? '',
    when,
    cancelledReason: cancelled?.reason ?? null,
    movedFrom: change?.when === undefined || original === null ? null : placeOf(original),
    title: change?.title ?? null,
  };
}

const takenOut = (original: string): ListedDate => ({
  original,
  when: null,
  cancelledReason: null,
  movedFrom: placeOf(original),
  title: null,
});
