import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, Timed } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { comesOnce } from '#icalendar';

/** Clocks change at night; on inhabited ground they have not been changed between these hours since 2000. */
const clocksRest = { from: 4, until: 21 };

/**
 * The occurrences of a series that calendars would show otherwise than we do, so that the feed has to name them one by
 * one. We keep the wall-clock time of the end; RFC 5545 (§3.8.5.3) keeps the exact length, which is another thing on a
 * night when the clocks change, and calendars do now the one and now the other. Nor do they agree on times that the
 * clocks jump over or show twice. Only series that touch the night can have any.
 */
export function clockChangeOccurrences(event: CalendarEvent): readonly { original: string; when: Timed }[] {
  const { when, recurrence } = event;
  if (recurrence === null || when.type !== 'timed') return [];
  const start = localOf(when.start, when.zone);
  const end = localOf(when.end, when.zone);
  const isByDay = start.hour >= clocksRest.from && end.hour < clocksRest.until;
  if (isByDay && start.toPlainDate().equals(end.toPlainDate())) return [];
  const exactLength = start
    .toZonedDateTime(when.zone)
    .until(end.toZonedDateTime(when.zone), { largestUnit: 'hour' });
  const shownLength = start.until(end);
  return expand(event).flatMap(({ original, change, when: own }) => {
    if (original === null || change !== null || own.type !== 'timed') return [];
    const local = Temporal.PlainDateTime.from(original);
    const asCalendarsDo = local.toZonedDateTime(when.zone).toInstant();
    const isPlain =
      own.start.equals(asCalendarsDo) &&
      own.end.equals(asCalendarsDo.add(exactLength)) &&
      offsetAt(own.start, when.zone) === offsetAt(own.end, when.zone) &&
      isPlainly(own.start, local, when.zone) &&
      isPlainly(own.end, local.add(shownLength), when.zone);
    return isPlain ? [] : [{ original, when: own }];
  });
}

/** Whether the clocks show `local` at that instant and at no other. */
function isPlainly(instant: Temporal.Instant, local: Temporal.PlainDateTime, zone: string): boolean {
  const time = instant.toZonedDateTimeISO(zone);
  return time.toPlainDateTime().equals(local) && comesOnce(time);
}

const offsetAt = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone).offset;

const localOf = (instant: Temporal.Instant, zone: string) =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime();
