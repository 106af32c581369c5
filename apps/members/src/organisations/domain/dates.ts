import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '#checks';

/** Before this nobody can have joined: nothing of the network is older than its oldest members' grandparents. */
const earliestYear = 1900;

/** Nobody plans further ahead than this, in years. */
const furthestAhead = 20;

/** A date in ISO form; `null` when blank. */
export function dateFromIso(text: string | null | undefined, field: string): Checked<string | null> {
  const given = text?.trim() ?? '';
  if (given === '') return accepted(null);
  const unreadable = refuse(field, 'date-unreadable', `“${given}” is not a date. Write it like 2026-08-01.`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return unreadable;
  try {
    return accepted(Temporal.PlainDate.from(given, { overflow: 'reject' }).toString());
  } catch (error) {
    if (error instanceof RangeError) return unreadable;
    throw error;
  }
}

/** Refused where no record can be of it: mistyped years. ISO dates of four-digit years compare as text. */
export function checkPlausible(
  checked: Checked<string | null>,
  field: string,
  today: string,
): Checked<string | null> {
  if (!checked.ok || checked.value === null) return checked;
  const year = Number(checked.value.slice(0, 4));
  const latest = Number(today.slice(0, 4)) + furthestAhead;
  if (year >= earliestYear && year <= latest) return checked;
  return refuse(
    field,
    'year-out-of-range',
    `Check the year: it has to be from ${earliestYear} to ${latest}.`,
  );
}
