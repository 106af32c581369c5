import { Temporal } from 'temporal-polyfill';

/** Moves the dates of something to those of the same held later (or earlier). */
export interface MoveDates {
  /** A day on which something of it is held. */
  readonly day: (day: string) => string;
  /** A day until which something holds: it stays the weekday that it was, or the same date of another year. */
  readonly deadline: (day: string) => string;
  /** The same for a time of a day, by the clock in the zone. */
  readonly instant: (instant: Temporal.Instant) => Temporal.Instant;
}

/**
 * How dates move when the first day does. The days themselves move by as many days. Deadlines move by whole years where the
 * first day does, else by whole weeks, as people count on a Friday's staying a Friday.
 *
 * @param from the first day as it was, ISO
 * @param to the first day as it will be
 */
export function moveDates(from: string, to: string, zone: string): MoveDates {
  const before = Temporal.PlainDate.from(from);
  const after = Temporal.PlainDate.from(to);
  const days = before.until(after, { largestUnit: 'day' }).days;
  const years = after.year - before.year;
  const isWholeYears = years !== 0 && before.add({ years }).equals(after);
  const weeks = Math.round(days / 7);
  const shift = (date: Temporal.PlainDate) => (isWholeYears ? date.add({ years }) : date.add({ weeks }));
  return {
    day: (day) => Temporal.PlainDate.from(day).add({ days }).toString(),
    deadline: (day) => shift(Temporal.PlainDate.from(day)).toString(),
    instant: (instant) => {
      const local = instant.toZonedDateTimeISO(zone);
      return shift(local.toPlainDate())
        .toZonedDateTime({ timeZone: zone, plainTime: local.toPlainTime() })
        .toInstant();
    },
  };
}
