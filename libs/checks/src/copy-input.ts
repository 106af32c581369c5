import type { Temporal } from 'temporal-polyfill';
import { accepted, problemsOf, refuse, refused, type Checked } from './checked.js';
import { checkPlausibleDay } from './days.js';
import { checkText } from './text.js';

/** What is new about something that is otherwise like an earlier one. */
export interface CopyInput {
  readonly title: string;
  readonly firstDay: Checked<string | null>;
}

/** The same once it is checked. */
export interface CopyWanted {
  readonly title: string;
  /** ISO; not past. */
  readonly firstDay: string;
}

/** What a copy is measured by. */
export interface CopyRules {
  /** In characters. */
  readonly longestTitle: number;
  /** Where it is held (IANA). */
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** The thing within a sentence: "the new conference". */
  readonly what: string;
}

/** Checks the title and the first day of a copy. */
export function checkCopy(input: CopyInput, rules: CopyRules): Checked<CopyWanted> {
  const title = checkText(input.title, 'title', {
    longest: rules.longestTitle,
    missing: { code: 'missing', message: 'Enter a title.' },
  });
  const firstDay = checkFirstDay(input.firstDay, rules);
  return title.ok && firstDay.ok
    ? accepted({ title: title.value, firstDay: firstDay.value })
    : refused(...problemsOf(title, firstDay));
}

function checkFirstDay(given: Checked<string | null>, { zone, now, what }: CopyRules): Checked<string> {
  const day = checkPlausibleDay(given, 'firstDay');
  if (!day.ok) return day;
  if (day.value === null) return refuse('firstDay', 'date-missing', 'Enter the first day.');
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return day.value < today
    ? refuse('firstDay', 'in-the-past', `This day is past. Choose the day on which ${what} will begin.`)
    : accepted(day.value);
}
