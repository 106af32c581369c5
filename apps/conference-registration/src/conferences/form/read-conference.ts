import { accepted, homeZone, problemsOf, readZone, refuse, refused, type Checked } from '#checks';
import { readDay, textIn, type SubmittedValues } from '#ui';
import type { ConferenceInput } from '../create-conference.js';
import type { ConferenceDay, Host } from '../domain/conference.js';
import { checkDays, daysFrom } from '../domain/days.js';
import { checkRefundSteps, mostRefundSteps } from '../domain/refund-steps.js';
import type { RefundStep } from '../domain/conference.js';
import { refundStepName } from './conference-names.js';
import { readInstant } from './read-instant.js';

/** What the form says of a conference, for the rules to check. @param host as it was found by its name */
export function readConference(values: SubmittedValues, host: Host | null): ConferenceInput {
  const zone = textIn(values, 'zone');
  const known = readZone(zone, 'zone');
  const instants = { values, zone: known.ok ? known.value : homeZone };
  return {
    title: textIn(values, 'title'),
    slug: textIn(values, 'slug'),
    host,
    venue: { name: textIn(values, 'venue.name'), address: textIn(values, 'venue.address') },
    days: readDays(values),
    zone,
    summary: textIn(values, 'summary'),
    description: textIn(values, 'description'),
    contact: {
      name: textIn(values, 'contact.name'),
      email: textIn(values, 'contact.email'),
      phone: textIn(values, 'contact.phone'),
    },
    opensAt: readInstant(instants, 'opensAt', {
      what: 'the day on which booking begins',
      blank: 'beginning',
    }),
    closesAt: readInstant(instants, 'closesAt', { what: 'the day on which booking ends', blank: 'end' }),
    changesUntil: readInstant(instants, 'changesUntil', { what: 'the last day for changes', blank: 'end' }),
    refundSteps: readRefundSteps(values),
    terms: textIn(values, 'terms'),
    paymentDays: textIn(values, 'paymentDays'),
    offerWorkingDays: textIn(values, 'offerWorkingDays'),
  };
}

/** First and last day, and a line of times for each day: "9:30am to 5pm". */
function readDays(values: SubmittedValues): Checked<readonly ConferenceDay[]> {
  const first = readDay(values, 'firstDay', 'the first day');
  const last = readDay(values, 'lastDay', 'the last day');
  if (!first.ok || !last.ok) return refused(...problemsOf(first, last));
  if (first.value === null) return refuse('firstDay', 'date-missing', 'Enter the first day.');
  const dates = daysFrom(first.value, last.value ?? first.value);
  if (!dates.ok) return dates;
  const lines = textIn(values, 'times').trimEnd().split('\n');
  if (lines.length > dates.value.length) {
    return refuse(
      'times',
      'too-many',
      `There are ${lines.length} lines of times, but ${dates.value.length} days. Give one line for each day.`,
    );
  }
  const days = checkDays(
    dates.value.map((date, index) => {
      const [opens = '', closes = ''] = (lines[index] ?? '').split(/\s*(?:\bto\b|\buntil\b|[-–—])\s*/, 2);
      return { date: accepted(date), opens, closes };
    }),
  );
  if (days.ok) return days;
  return refused(
    ...days.problems.map((problem) => {
      const line = /^days\.(\d+)\.(?:opens|closes)$/.exec(problem.field)?.[1];
      return line === undefined
        ? { ...problem, field: 'firstDay' }
        : { ...problem, field: 'times', message: `Line ${Number(line) + 1}: ${problem.message}` };
    }),
  );
}

/** Rows that are blank are passed over; problems are at the row that is wrong. */
function readRefundSteps(values: SubmittedValues): Checked<readonly RefundStep[]> {
  const rows = Array.from({ length: mostRefundSteps }, (_, index) => index).filter((index) =>
    Object.entries(values).some(
      ([name, value]) => name.startsWith(`${refundStepName(index)}.`) && String(value).trim() !== '',
    ),
  );
  const steps = checkRefundSteps(
    rows.map((row) => ({
      until: readDay(values, `${refundStepName(row)}.until`, 'the last day of this step'),
      percent: textIn(values, `${refundStepName(row)}.percent`),
    })),
  );
  if (steps.ok) return steps;
  return refused(...steps.problems.map((problem) => ({ ...problem, field: atRow(problem.field, rows) })));
}

/** The rules count the steps that there are, the form its rows; what a date's boxes say is at the row already. */
function atRow(field: string, rows: readonly number[]): string {
  const [, index, rest] = /^refundSteps\.(\d+)\.(until|percent)$/.exec(field) ?? [];
  if (index === undefined || rest === undefined) return field;
  return `${refundStepName(rows[Number(index)] ?? 0)}.${rest}`;
}
