import type { Temporal } from 'temporal-polyfill';
import type { When } from '../../events/domain/event.js';
import { startDay } from '../../events/domain/when.js';

/** How many days before an event people can be reminded of it. */
export const reminderDays = [1, 7, 14] as const;

export type DaysBefore = (typeof reminderDays)[number];

/** What has no time of its own is reminded of at this time of day, where it is. */
const morning = { hour: 9 };

/**
 * When a reminder is due: so many days before, when a clock where the event is shows the time at which it begins, or 9am for
 * whole days. `null` for what has no date yet.
 */
export function reminderDue(when: When, daysBefore: number): Temporal.Instant | null {
  if (when.type === 'month') return null;
  const start =
    when.type === 'timed'
      ? when.start.toZonedDateTimeISO(when.zone)
      : startDay(when).toZonedDateTime({ timeZone: when.zone, plainTime: morning });
  return start.subtract({ days: daysBefore }).toInstant();
}
