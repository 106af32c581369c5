import type { Temporal } from 'temporal-polyfill';
import { dateInWords, monthNames } from './calendar-date.js';
import { orThrow } from './errors.js';
import type { AllDay, Timed } from './event.js';
import { parseRule } from './parse-rule.js';
import { weekdayOf, weekdays, type Rule, type Weekday, type WeekdayRule } from './rule.js';
import { ruleStarts } from './rule-starts.js';
import { startDay } from './when.js';

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * A rule for readers: “every month on the first Tuesday, until 4 May 2027, 12 times”. The date is that of the last
 * occurrence, the number counts all that the rule gives, exceptions aside.
 * @throws {EventProblem} if the rule was not checked before it was kept.
 */
export function recurrenceInWords(ruleText: string, when: Timed | AllDay): string {
  const rule = orThrow(parseRule(ruleText));
  const starts = ruleStarts(rule, when);
  const last = starts.at(-1)?.date ?? startDay(when);
  const times = starts.length === 1 ? 'once' : `${starts.length.toLocaleString('en-GB')} times`;
  return `${patternInWords(rule, startDay(when))}, until ${dateInWords(last)}, ${times}`;
}

/** “the first”, “the second to last”. */
export function nthInWords(nth: number): string {
  if (nth === -1) return 'the last';
  if (nth < 0) return `the ${ordinals[-nth - 1] ?? numbered(-nth)} to last`;
  return `the ${ordinals[nth - 1] ?? numbered(nth)}`;
}

/** “31st” */
const numbered = (number: number): string => {
  const endings = ['th', 'st', 'nd', 'rd'];
  const ending = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (endings[number % 10] ?? 'th');
  return `${number}${ending}`;
};

function patternInWords(rule: Rule, first: Temporal.PlainDate): string {
  switch (rule.frequency) {
    case 'DAILY':
      return join(every(rule.interval, 'day'), daysWithin(rule), monthsWithin(rule));
    case 'WEEKLY':
      return join(every(rule.interval, 'week'), weekDays(rule, first), monthsWithin(rule));
    case 'MONTHLY':
      return join(every(rule.interval, 'month'), monthDays(rule, first), monthsWithin(rule));
    default:
      return join(every(rule.interval, 'year'), yearDays(rule, first));
  }
}

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const every = (interval: number, unit: string): string =>
  interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;

const monthsWithin = (rule: Rule): string =>
  rule.months.length === 0 ? '' : `in ${list(rule.months.map((month) => monthNames[month - 1] ?? ''))}`;

function weekDays(rule: Rule, first: Temporal.PlainDate): string {
  if (rule.days.length === 0) return `on ${weekdayNames[weekdayOf(first)]}`;
  return `on ${withPositions(rule, dayNames(rule.days))}`;
}

/** Days that a rule picks out: by weekday, by number in the month, or both at once (“Friday the 13th”). */
function daysWithin(rule: Rule): string {
  if (rule.days.length === 0 && rule.monthDays.length === 0) return '';
  const numbers = rule.monthDays.map(dayOfMonth);
  if (rule.days.length === 0) return `on ${withPositions(rule, list(numbers))}`;
  const names = dayNames(rule.days);
  return `on ${withPositions(rule, numbers.length === 0 ? names : `${names} if it is ${list(numbers, 'or')}`)}`;
}

function monthDays(rule: Rule, first: Temporal.PlainDate): string {
  const picked = daysWithin(rule);
  const days = picked === '' ? `on the ${numbered(first.day)}` : picked;
  const shortest = rule.days.length > 0 ? [] : rule.monthDays.length > 0 ? rule.monthDays : [first.day];
  return shortest.some((day) => day > 28) ? `${days} (if the month has one)` : days;
}

function yearDays(rule: Rule, first: Temporal.PlainDate): string {
  const picked = daysWithin(rule);
  if (picked !== '') return join(picked, monthsWithin(rule));
  const months = rule.months.length > 0 ? rule.months : [first.month];
  const dates = months.map((month) => `${first.day} ${monthNames[month - 1] ?? ''}`);
  return `on ${withPositions(rule, list(dates))}`;
}

function withPositions(rule: Rule, days: string): string {
  if (rule.positions.length === 0) return days;
  return `${list(rule.positions.map(nthInWords))} of ${days}`;
}

const dayOfMonth = (day: number): string => (day < 0 ? `${nthInWords(day)} day` : `the ${numbered(day)}`);

function dayNames(days: readonly WeekdayRule[]): string {
  const sorted = days.toSorted((a, b) => weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday));
  const plain = sorted.map((day) => day.weekday).join();
  if (days.every((day) => day.nth === null) && plain === 'MO,TU,WE,TH,FR') return 'Monday to Friday';
  return list(
    sorted.map(({ nth, weekday }) =>
      nth === null ? weekdayNames[weekday] : `${nthInWords(nth)} ${weekdayNames[weekday]}`,
    ),
  );
}

/** “Tuesday and Thursday”, “the 1st, the 15th and the last day”. */
function list(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
