import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { monthName } from '../dates/date-in-words.js';
import type { DatePartName } from './field.js';

const PARTS: readonly DatePartName[] = ['day', 'month', 'year'];
const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());

interface Answer {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/**
 * Reads what `dateField` sends as a date that there is; a month may be given by its English name or
 * the first three letters or more of it. What is wrong is
 * said of the box that it is wrong in, in the design system's words for dates.
 *
 * @param what the date as it stands within a sentence: "the start date".
 */
export function dateAnswer(what: string) {
  return answer(what).transform((given, context): Temporal.PlainDate => {
    if (isBlank(given)) return refuse(context, `Enter ${what}`);
    return dateOf(given, what, context);
  });
}

/** The same for a date that may be left out: undefined if all its boxes are empty. */
export function optionalDateAnswer(what: string) {
  return answer(what).transform((given, context): Temporal.PlainDate | undefined =>
    isBlank(given) ? undefined : dateOf(given, what, context),
  );
}

function answer(what: string) {
  const box = z.string(`Enter ${what}`).trim();
  return z.object({ day: box, month: box, year: box }, `Enter ${what}`);
}

function isBlank(given: Answer): boolean {
  return PARTS.every((part) => given[part] === '');
}

function dateOf(given: Answer, what: string, context: z.RefinementCtx): Temporal.PlainDate {
  const missing = PARTS.filter((part) => given[part] === '');
  if (missing.length > 0) {
    return refuse(context, `${capitalised(what)} must include a ${missing.join(' and a ')}`, missing[0]);
  }
  const day = wholeNumber(given.day);
  if (day === undefined) return refuse(context, 'Enter the day as a number, like 27', 'day');
  const month = monthNumber(given.month);
  if (month === undefined)
    return refuse(context, 'Enter the month as a number or a name, like 3 or March', 'month');
  if (!/^\d{4}$/.test(given.year)) return refuse(context, 'Enter the year with 4 numbers, like 2026', 'year');
  try {
    return Temporal.PlainDate.from({ day, month, year: Number(given.year) }, { overflow: 'reject' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(context, `${capitalised(what)} must be a real date, like 27 3 2026`);
  }
}

function refuse(context: z.RefinementCtx, message: string, part?: DatePartName): never {
  context.addIssue({ code: 'custom', message, path: part ? [part] : [] });
  return z.NEVER;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

function monthNumber(text: string): number | undefined {
  const number = wholeNumber(text);
  if (number !== undefined) return number;
  const named = text.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(text.toLowerCase()));
  return named < 0 ? undefined : named + 1;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
