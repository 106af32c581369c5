import { Temporal } from 'temporal-polyfill';

export { checkPlausibleDay, dayFromIso } from '#checks';

/** The instant at which a day begins, by the clock in a zone. @param day ISO date */
export const beginningOf = (day: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant();

/** The instant at which a day is over: from then on it is the next one. */
export const endOf = (day: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();

/** The day that an instant falls on. */
export const dayOf = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/** The last day that has something of the time before an instant. */
export const lastDayBefore = (instant: Temporal.Instant, zone: string): string =>
  dayOf(instant.subtract({ nanoseconds: 1 }), zone);
