import { Temporal } from 'temporal-polyfill';

/** How much was booked on one day; what was cancelled since is left out. */
export interface BookedOn {
  /** ISO date. */
  readonly day: string;
  readonly bookings: number;
  readonly delegates: number;
}

/** How much was booked until the end of each of some periods. */
export interface OverTime {
  /** "3 Mar" */
  readonly labels: readonly string[];
  readonly bookings: readonly number[];
  readonly delegates: readonly number[];
}

/** More periods than these are no longer told apart in a plot. */
const mostPeriods = 12;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The days from the first booking to the last day that is looked at, in at most twelve equal periods of whole days, the last
 * of which ends on that day.
 *
 * @param days in any order; later ones than `until` count as of that day
 * @param until ISO date: today, or the conference's last day if that is over
 * @returns no periods where nothing is booked
 */
export function overTime(days: readonly BookedOn[], until: string): OverTime {
  const first = days.map(({ day }) => day).toSorted()[0];
  if (first === undefined) return { labels: [], bookings: [], delegates: [] };
  const start = Temporal.PlainDate.from(first < until ? first : until);
  const end = Temporal.PlainDate.from(until);
  const length = start.until(end).days + 1;
  const step = Math.ceil(length / mostPeriods);
  const periods = Math.ceil(length / step);
  const ends = Array.from({ length: periods }, (_, index) =>
    end.subtract({ days: step * (periods - 1 - index) }),
  );
  const sumUntil = (last: Temporal.PlainDate, isLast: boolean, what: 'bookings' | 'delegates') =>
    days.filter(({ day }) => isLast || day <= last.toString()).reduce((sum, each) => sum + each[what], 0);
  const sums = (what: 'bookings' | 'delegates') =>
    ends.map((last, index) => sumUntil(last, index === ends.length - 1, what));
  return {
    labels: ends.map(({ day, month }) => `${day} ${months[month - 1] ?? ''}`),
    bookings: sums('bookings'),
    delegates: sums('delegates'),
  };
}
