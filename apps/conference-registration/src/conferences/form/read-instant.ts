import { Temporal } from 'temporal-polyfill';
import { accepted, problemsOf, readTime, refuse, refused, type Checked } from '#checks';
import { dayBoxes, readDay, textIn, type SubmittedValues } from '#ui';
import { beginningOf, checkPlausibleDay, dayOf, endOf, lastDayBefore } from '../../set-up/domain/days.js';

/** How a day without a time is taken. */
export interface InstantRules {
  /** The day within a sentence: "the day on which booking ends". */
  readonly what: string;
  /** A day without a time is meant from its beginning, or to its end. */
  readonly blank: 'beginning' | 'end';
}

interface Sent {
  readonly values: SubmittedValues;
  /** IANA. */
  readonly zone: string;
}

/** A day and a time by the clock in the zone; `null` when both are blank. Problems are at the day's boxes, or at the time. */
export function readInstant(
  { values, zone }: Sent,
  name: string,
  { what, blank }: InstantRules,
): Checked<Temporal.Instant | null> {
  const day = checkPlausibleDay(readDay(values, name, what), name);
  const typed = textIn(values, `${name}.time`);
  const time = typed.trim() === '' ? accepted(null) : readTime(typed, `${name}.time`);
  if (!day.ok || !time.ok) return refused(...problemsOf(day, time));
  if (day.value === null) {
    return time.value === null
      ? accepted(null)
      : refuse(name, 'date-missing', `Enter ${what}, or leave the time blank as well.`);
  }
  if (time.value === null)
    return accepted(blank === 'end' ? endOf(day.value, zone) : beginningOf(day.value, zone));
  const local = Temporal.PlainDate.from(day.value).toZonedDateTime({ timeZone: zone, plainTime: time.value });
  return accepted(local.toInstant());
}

/** The controls' values for an instant, so that reading them gives it again (to the minute). */
export function fillInstant(
  name: string,
  at: Temporal.Instant | null,
  zone: string,
  blank: InstantRules['blank'],
): SubmittedValues {
  if (at === null) return { ...dayBoxes(name, null), [`${name}.time`]: '' };
  const day = dayOf(at, zone);
  const isBlank = at.equals(beginningOf(day, zone));
  if (isBlank)
    return { ...dayBoxes(name, blank === 'end' ? lastDayBefore(at, zone) : day), [`${name}.time`]: '' };
  const time = at.toZonedDateTimeISO(zone).toPlainTime();
  return { ...dayBoxes(name, day), [`${name}.time`]: time.toString({ smallestUnit: 'minute' }) };
}
