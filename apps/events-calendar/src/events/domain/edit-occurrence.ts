import type { Temporal } from 'temporal-polyfill';
import { revise } from './changes.js';
import { accepted, refused, type Checked } from './errors.js';
import type { CalendarEvent, OccurrenceChange, OccurrenceException } from './event.js';
import { occurrencePlacer } from './expand.js';
import { checkRecurrence } from './recurrence.js';
import type { RuleStart } from './rule-starts.js';
import { same } from './same.js';
import { exceptionFor, findOccurrence, type Series } from './series.js';

/**
 * “Only this one”: the event with one occurrence as `change` has it, instead of how it was before. What is as in the
 * series is left to the series; if nothing differs, the occurrence is an ordinary one again, even if it had been removed.
 * Problems are at the occurrence's own fields (`title`, `when.end.time`), or at `original`.
 */
export function editOccurrence(
  event: CalendarEvent,
  original: string,
  change: OccurrenceChange,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  const found = findOccurrence(event, original);
  if (!found.ok) return found;
  const { series, index } = found.value;
  const own = differing(change, event, series, series.starts[index]);
  return withException(event, series, { original, type: 'changed', change: own }, now);
}

/** Calls one occurrence off; it stays in calendars, marked, with the reason. Its other changes stay. */
export function cancelOccurrence(
  event: CalendarEvent,
  original: string,
  reason: string,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  return editOccurrence(event, original, { ...changeOf(event, original), cancelled: { reason } }, now);
}

/** Lets an occurrence that was called off take place after all. */
export function reinstateOccurrence(
  event: CalendarEvent,
  original: string,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  const { cancelled: _, ...change } = changeOf(event, original);
  return editOccurrence(event, original, change, now);
}

/** What an occurrence has of its own; nothing for an ordinary one. */
export function changeOf(event: CalendarEvent, original: string): OccurrenceChange {
  const exception = event.recurrence?.exceptions.find((each) => each.original === original);
  return exception?.type === 'changed' ? exception.change : {};
}

function differing(
  change: OccurrenceChange,
  event: CalendarEvent,
  series: Series,
  start: RuleStart | undefined,
): OccurrenceChange {
  const usual = { ...event, when: start ? occurrencePlacer(series.when)(start.date) : event.when };
  const fields = ['title', 'when', 'format', 'place', 'joining', 'description'] as const;
  const unchanged = new Set<string>(
    fields.filter((field) => change[field] === undefined || same(change[field], usual[field])),
  );
  return Object.fromEntries(
    Object.entries(change).filter(([field, value]) => value !== undefined && !unchanged.has(field)),
  );
}

function withException(
  event: CalendarEvent,
  series: Series,
  exception: OccurrenceException,
  now: Temporal.Instant,
): Checked<CalendarEvent> {
  if (same(exceptionFor(series, exception.original), exception)) return accepted(event);
  const others = series.exceptions.filter((each) => each.original !== exception.original);
  const recurrence = checkRecurrence(
    event.recurrence && { ...event.recurrence, exceptions: [...others, exception] },
    event.when,
    event,
  );
  if (recurrence.ok) return accepted(revise(event, { ...event, recurrence: recurrence.value }, now));
  const prefix = `recurrence.exceptions.${exception.original}.`;
  return refused(
    ...recurrence.problems.map((problem) =>
      Object.assign({}, problem, { field: problem.field.replace(prefix, '') }),
    ),
  );
}
