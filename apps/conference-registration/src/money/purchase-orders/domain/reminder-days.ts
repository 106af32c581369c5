import type { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from '../../../working-days/domain/working-days.js';

/** When a booker is reminded of a missing purchase order: working days after the booking was confirmed. */
export const reminderDays = [3, 10, 20] as const;

/**
 * Which reminder is due; each is sent once, and one that was missed is not made up for by two in a row.
 *
 * @param confirmed the day on which the booking was confirmed
 * @param sent how many were sent so far
 * @param lastSent the day of the last of them, if any
 * @returns the number of the reminder, from 1; `null`: none is due today
 */
export function dueReminder(
  confirmed: Temporal.PlainDate,
  today: Temporal.PlainDate,
  sent: number,
  lastSent: Temporal.PlainDate | null,
): number | null {
  const days = reminderDays[sent];
  if (days === undefined || (lastSent !== null && !isBefore(lastSent, today))) return null;
  const due = addWorkingDays(confirmed, days);
  if (isBefore(today, due)) return null;
  // After a late one the next keeps its distance.
  const gap = days - (reminderDays[sent - 1] ?? 0);
  return lastSent !== null && isBefore(today, addWorkingDays(lastSent, gap)) ? null : sent + 1;
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  one.toString() < other.toString();
