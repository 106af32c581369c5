import { Temporal } from 'temporal-polyfill';

/** How long names and addresses of those who booked and came are kept after a conference, in months: two more conferences. */
const peopleMonths = 24;

/**
 * How long documents and payments are kept, in years: six after the end of the financial year that they belong to (Finance Act
 * 1998, schedule 18, paragraph 21; VAT Notice 700/21, section 2.4), which is seven at most.
 */
const bookYears = 7;

/** How long it is kept who was on a stand when, in months: as long as somebody may ask about a clash. */
const standShiftMonths = 1;

/** A conference whose last day is before this is long enough ago that its people are forgotten. */
export const peopleKeptFrom = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ months: peopleMonths });

/** A shift on a stand that ended before this day is forgotten. */
export const standShiftsKeptFrom = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ months: standShiftMonths });

/** What is dated before this need not be kept in the books any more. */
export const booksKeptFrom = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ years: bookYears });
