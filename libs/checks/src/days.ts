import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from './checked.js';

/** Dates before this, or as far in the future, are slips of the keyboard. */
const earliest = '2000-01-01';
const latest = '2100-12-31';

/** A day of this century; `null` where none was given. */
export function checkPlausibleDay(given: Checked<string | null>, field: string): Checked<string | null> {
  if (!given.ok || given.value === null) return given;
  if (given.value < earliest || given.value > latest) {
    return refuse(field, 'date-implausible', 'Check the year: it must be between 2000 and 2100.');
  }
  return accepted(given.value);
}

/** ISO text as a date that there is; `null` for none. */
export function dayFromIso(text: string | null, field: string): Checked<string | null> {
  if (text === null) return accepted(null);
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('not a date');
    return accepted(Temporal.PlainDate.from(text).toString());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(field, 'date-unreadable', `“${text}” is not a date. Write it like 2027-01-31.`);
  }
}
