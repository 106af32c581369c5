import { Temporal } from 'temporal-polyfill';
import { orThrow } from './errors.js';
import type { AllDay, EventDetails, Occurrence, OccurrenceException, Timed } from './event.js';
import { parseRule } from './parse-rule.js';
import { ruleStarts, timeOf, type RuleStart } from './rule-starts.js';
import { instantOfOccurrence } from './wall-clock.js';
import { compareWhen, startDay } from './when.js';

/**
 * Every dated happening of an event, sorted by start: one, or what its rule gives with its exceptions applied. Removed
 * occurrences are missing; those called off are there, with `cancelled`. Exceptions that name no occurrence are passed over.
 *
 * Wall-clock times of start and end stay the same across clock changes. Where the clocks jump over the start, it is told
 * by the offset before (1:30am becomes 2:30am), and of two equal times it is the first (RFC 5545 §3.3.5).
 * @throws {EventProblem} if the rule was not checked before it was kept.
 */
export function expand(event: Pick<EventDetails, 'when' | 'recurrence'>): readonly Occurrence[] {
  const { when, recurrence } = event;
  if (recurrence === null || when.type === 'month') {
    return [{ original: null, when, cancelled: null, change: null }];
  }
  const exceptions = new Map(recurrence.exceptions.map((exception) => [exception.original, exception]));
  const place = occurrencePlacer(when);
  return ruleStarts(orThrow(parseRule(recurrence.rule)), when)
    .flatMap((start) => occurrenceOf(start, place(start.date), exceptions.get(start.original)))
    .sort((a, b) => compareWhen(a.when, b.when));
}

/** Where an occurrence that the rule puts on a day would be without an exception. */
export function occurrencePlacer(when: Timed | AllDay): (date: Temporal.PlainDate) => Timed | AllDay {
  if (when.type === 'all-day') {
    const length = when.first.until(when.last);
    return (first) => ({ ...when, first, last: first.add(length) });
  }
  const day = startDay(when);
  const time = timeOf(when) ?? undefined;
  const lastLocal = when.end.toZonedDateTimeISO(when.zone).toPlainDateTime();
  const daysLong = day.until(lastLocal.toPlainDate());
  const exactLength = when.start.until(when.end);
  return (date) => {
    if (date.equals(day)) return when;
    const start = instantOfOccurrence(date.toPlainDateTime(time), when.zone);
    const end = instantOfOccurrence(date.add(daysLong).toPlainDateTime(lastLocal.toPlainTime()), when.zone);
    // A start that was moved by a clock change can come to lie after the end: then the length is kept instead.
    const isInOrder = Temporal.Instant.compare(start, end) <= 0;
    return { ...when, start, end: isInOrder ? end : start.add(exactLength) };
  };
}

function occurrenceOf(
  { original }: RuleStart,
  when: Timed | AllDay,
  exception: OccurrenceException | undefined,
): readonly Occurrence[] {
  if (exception === undefined) return [{ original, when, cancelled: null, change: null }];
  if (exception.type === 'removed') return [];
  const { change } = exception;
  return [{ original, when: change.when ?? when, cancelled: change.cancelled ?? null, change }];
}
