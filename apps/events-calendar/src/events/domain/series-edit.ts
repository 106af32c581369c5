import type { Temporal } from 'temporal-polyfill';
import { carryOver } from './carry-over.js';
import { detailsOf, revise } from './changes.js';
import { accepted, refuse, refused, type Checked } from './errors.js';
import type { CalendarEvent, EventDetails, OccurrenceException, Recurrence } from './event.js';
import { occurrencePlacer } from './expand.js';
import { checkRecurrence, endOn } from './recurrence.js';
import { writeRule, type RuleEnd } from './rule.js';
import { exceptionFor, findOccurrence, seriesOf, type Series } from './series.js';
import { sameWhen } from './when.js';

/** What becomes of an event when all of it is edited. */
export interface EditedSeries {
  readonly event: CalendarEvent;
  /** Exceptions that were lost, as they were, for a warning. */
  readonly dropped: readonly OccurrenceException[];
}

/** What becomes of an event that is edited from one occurrence on. */
export interface SplitSeries {
  /** What goes on being the event, with its uid. */
  readonly earlier: CalendarEvent;
  /** The new event; `null` when no earlier occurrence is left, so that all of the event was edited. */
  readonly later: CalendarEvent | null;
  readonly dropped: readonly OccurrenceException[];
}

/** The names of an event that is yet to be. */
export type NewNames = Pick<CalendarEvent, 'id' | 'ref' | 'uid'>;

/**
 * “All”: the event with new details. Its exceptions are carried over, whatever `details` says of exceptions, so details
 * from a form are to be checked without any.
 */
export function editAll(
  event: CalendarEvent,
  details: EventDetails,
  now: Temporal.Instant,
): Checked<EditedSeries> {
  const carried = withExceptionsOf(seriesOf(event), details);
  if (!carried.ok) return carried;
  return accepted({ event: revise(event, carried.value.details, now), dropped: carried.value.dropped });
}

/** What “this and later ones” begins with: the event's details, its dates from that occurrence on. */
export function detailsFrom(event: CalendarEvent, original: string): Checked<EventDetails> {
  const found = findOccurrence(event, original);
  if (!found.ok) return found;
  const { series, index } = found.value;
  const start = series.starts[index];
  const place = occurrencePlacer(series.when);
  const when = start ? place(start.date) : series.when;
  const placeLater = occurrencePlacer(when);
  const later = series.starts.slice(index);
  if (!later.every(({ date }) => sameWhen(place(date), placeLater(date)))) {
    return refuse(
      'original',
      'time-does-not-exist',
      'The clocks change during that date, so later ones cannot take their time from it. Begin with the date before or after.',
    );
  }
  return accepted({ ...detailsOf(event), when, recurrence: laterRecurrence(series, index) });
}

/**
 * “This and later ones”: the event ends before the occurrence, and a new one, with the names given, has `details` (as
 * {@link detailsFrom} gave them and staff changed them) and the later exceptions. It has the event's status. If no earlier
 * occurrence is left, the event itself is edited and keeps its names. Refused where this one and all later had been removed.
 */
export function editFrom(
  event: CalendarEvent,
  original: string,
  details: EventDetails,
  names: NewNames,
  now: Temporal.Instant,
): Checked<SplitSeries> {
  const found = findOccurrence(event, original);
  if (!found.ok) return found;
  const { series, index } = found.value;
  const from = detailsFrom(event, original);
  if (!from.ok) return from;
  const carried = withExceptionsOf(seriesOf(from.value), details);
  if (!carried.ok) return carried;
  const { dropped } = carried.value;
  const earlier = earlierRecurrence(series, index);
  if (earlier === null) {
    return accepted({ earlier: revise(event, carried.value.details, now), later: null, dropped });
  }
  return accepted({
    earlier: revise(event, { ...event, recurrence: earlier }, now),
    later: {
      ...event,
      ...carried.value.details,
      ...names,
      sequence: 0,
      version: 1,
      createdAt: now,
      changedAt: now,
    },
    dropped,
  });
}

/** The series up to an occurrence, without it; `null` if nothing of it is left. */
function earlierRecurrence({ rule, when, starts, exceptions }: Series, index: number): Recurrence | null {
  const earlier = starts.slice(0, index);
  const last = earlier.at(-1);
  const names = new Set(earlier.map((start) => start.original));
  const kept = exceptions.filter((exception) => names.has(exception.original));
  const removed = kept.filter((exception) => exception.type === 'removed').length;
  if (!last || removed === earlier.length) return null;
  const end: RuleEnd = rule.end.type === 'count' ? { type: 'count', count: index } : endOn(last.date, when);
  return { rule: writeRule({ ...rule, end }), exceptions: kept };
}

function laterRecurrence(series: Series, index: number): Recurrence {
  const { rule, starts } = series;
  const end: RuleEnd =
    rule.end.type === 'count' ? { type: 'count', count: rule.end.count - index } : rule.end;
  return {
    rule: writeRule({ ...rule, end }),
    exceptions: starts.slice(index).flatMap(({ original }) => exceptionFor(series, original) ?? []),
  };
}

function withExceptionsOf(
  before: Series | null,
  details: EventDetails,
): Checked<{ readonly details: EventDetails; readonly dropped: readonly OccurrenceException[] }> {
  const plain = details.recurrence && { ...details.recurrence, exceptions: [] };
  const after = seriesOf({ ...details, recurrence: plain });
  const { kept, dropped } = before ? carryOver(before, after, details.audience) : { kept: [], dropped: [] };
  const recurrence = checkRecurrence(plain && { ...plain, exceptions: kept }, details.when, details);
  if (!recurrence.ok) return refused(...recurrence.problems);
  return accepted({ details: { ...details, recurrence: recurrence.value }, dropped });
}
