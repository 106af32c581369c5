import {
  accepted,
  checkContacts,
  checkOptionalText,
  checkPlausibleDay,
  checkText,
  problemsOf,
  readZone,
  refuse,
  refused,
  type Checked,
  type ContactInput,
} from '#checks';
import { Temporal } from 'temporal-polyfill';
import { checkCountry } from './countries.js';
import type { Visit } from './visit.js';

export const longestTitle = 200;
export const longestSummary = 500;
const longestText = 50_000;

/** More contacts than this are a list of their own: a document. */
export const mostContacts = 8;

/** A visit that lasts longer is a slip of the keyboard. In days. */
const longestVisit = 60;

/** What a visit is, where and when. */
export type What = Pick<
  Visit,
  'title' | 'region' | 'country' | 'zone' | 'firstDay' | 'lastDay' | 'summary' | 'description' | 'contacts'
>;

/** The same as a form or a program gives it. Texts are as typed. */
export interface WhatInput {
  readonly title: string;
  readonly region: string;
  readonly country: string;
  readonly zone: string;
  readonly firstDay: Checked<string | null>;
  readonly lastDay: Checked<string | null>;
  readonly summary: string;
  readonly description: string;
  readonly contacts: readonly ContactInput[];
}

const missing = (message: string) => ({ code: 'missing', message });

/** Checks and tidies it: all problems, each at its field. */
export function checkWhat(input: WhatInput): Checked<What> {
  const title = checkText(input.title, 'title', {
    longest: longestTitle,
    missing: missing('Enter a title.'),
  });
  const region = checkText(input.region, 'region', {
    longest: 200,
    missing: missing('Say where it goes, such as Emilia-Romagna.'),
  });
  const country = checkCountry(input.country);
  const zone = readZone(input.zone, 'zone');
  const days = checkDays(input);
  const summary = checkOptionalText(input.summary, 'summary', { longest: longestSummary, manyLines: true });
  const description = checkOptionalText(input.description, 'description', {
    longest: longestText,
    manyLines: true,
  });
  const contacts = checkContacts(input.contacts, mostContacts);
  if (
    !title.ok ||
    !region.ok ||
    !country.ok ||
    !zone.ok ||
    !days.ok ||
    !summary.ok ||
    !description.ok ||
    !contacts.ok
  ) {
    return refused(...problemsOf(title, region, country, zone, days, summary, description, contacts));
  }
  return accepted({
    title: title.value,
    region: region.value,
    country: country.value,
    zone: zone.value,
    ...days.value,
    summary: summary.value ?? '',
    description: description.value ?? '',
    contacts: contacts.value,
  });
}

/** The last day may be left out: the visit is of one day then. */
function checkDays(
  input: Pick<WhatInput, 'firstDay' | 'lastDay'>,
): Checked<Pick<Visit, 'firstDay' | 'lastDay'>> {
  const first = checkPlausibleDay(input.firstDay, 'firstDay');
  const last = checkPlausibleDay(input.lastDay, 'lastDay');
  if (!first.ok || !last.ok) return refused(...problemsOf(first, last));
  if (first.value === null) return refuse('firstDay', 'date-missing', 'Enter the first day.');
  const lastDay = last.value ?? first.value;
  if (lastDay < first.value) {
    return refuse('lastDay', 'end-before-start', 'The last day is before the first. Check both.');
  }
  const { days } = Temporal.PlainDate.from(first.value).until(lastDay, { largestUnit: 'day' });
  return days >= longestVisit
    ? refuse(
        'lastDay',
        'too-long',
        `The visit would last ${days + 1} days. Check the month and the year of both.`,
      )
    : accepted({ firstDay: first.value, lastDay });
}
