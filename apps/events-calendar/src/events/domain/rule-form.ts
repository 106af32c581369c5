import { checkChoice } from '#checks';
import type { Temporal } from 'temporal-polyfill';
import { dateInWords, readDate, type DateParts } from './calendar-date.js';
import { accepted, orThrow, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { AllDay, Timed, When } from './event.js';
import { parseRule } from './parse-rule.js';
import { checkRule, endOn } from './recurrence.js';
import { weekdayOf, weekdays, writeRule, type Rule, type RuleEnd, type Weekday } from './rule.js';
import { lastDateOf, mostOccurrences } from './rule-starts.js';
import { weekdayNames } from './rule-words.js';
import { startDay } from './when.js';

/** How an event repeats, in the choices of a form. All but `custom` take the day, weekday and month from the start. */
export const repeats = [
  'none',
  'daily',
  'weekly',
  'monthly on the date',
  'monthly on the weekday',
  'monthly on the last weekday',
  'yearly',
  'custom',
] as const;
export type Repeats = (typeof repeats)[number];
type SimpleRepeats = Exclude<Repeats, 'none' | 'custom'>;

/** The form as it is sent and filled in: everything as text. What a choice does not need is not looked at. */
export interface RuleForm {
  readonly repeats: string;
  /** Every so many days, weeks, months or years; blank is 1. */
  readonly interval: string;
  /** For `weekly`: `MO` to `SU`; none is the start's own. */
  readonly weekdays: readonly string[];
  /** `count` or `until`. */
  readonly ends: string;
  readonly count: string;
  readonly until: DateParts;
  /** For `custom`: an RRULE value, as imported. */
  readonly rule: string;
}

export const blankRuleForm: RuleForm = {
  repeats: 'none',
  interval: '1',
  weekdays: [],
  ends: 'count',
  count: '',
  until: { day: '', month: '', year: '' },
  rule: '',
};

/**
 * The rule that a form asks for, checked against the event's start; `null` when it does not repeat.
 * Problems are at `<field>.repeats`, `.interval`, `.weekdays`, `.ends`, `.count`, `.until` and `.rule`.
 */
export function ruleFromForm(form: RuleForm, when: When, field = 'recurrence'): Checked<string | null> {
  const chosen = checkChoice(form.repeats, repeats, `${field}.repeats`, 'Say how it repeats.');
  if (!chosen.ok) return chosen;
  if (chosen.value === 'none') return accepted(null);
  if (when.type === 'month') {
    return refuse(
      `${field}.repeats`,
      'rule-needs-a-date',
      'An event of which only the month is known cannot repeat. Give its first date, or choose that it does not repeat.',
    );
  }
  if (chosen.value === 'custom') return written(checkRule(form.rule, when, `${field}.rule`));
  const interval = readWhole(form.interval.trim() || '1', 1000, `${field}.interval`);
  const days = readWeekdays(form.weekdays, when, `${field}.weekdays`);
  const end = readEnd(form, when, field);
  if (!interval.ok || !days.ok || !end.ok) return refused(...problemsOf(interval, days, end));
  const rule = ruleOf(chosen.value, startDay(when), interval.value, days.value, end.value);
  const misses = checkDay(chosen.value, days.value, when, field);
  if (!misses.ok) return misses;
  const endField = end.value.type === 'count' ? `${field}.count` : `${field}.until`;
  return written(checkRule(writeRule(rule), when, endField));
}

/** The start must be among the days chosen; said beside the days, not beside the end. */
function checkDay(
  choice: Repeats,
  days: readonly Weekday[],
  when: Timed | AllDay,
  field: string,
): Checked<true> {
  const first = startDay(when);
  if (choice === 'weekly' && !days.includes(weekdayOf(first))) {
    return refuse(
      `${field}.weekdays`,
      'rule-misses-start',
      `The event starts on a ${weekdayNames[weekdayOf(first)]}. Choose that day as well, or change the start.`,
    );
  }
  if (choice === 'monthly on the last weekday' && first.day + 7 <= first.daysInMonth) {
    return refuse(
      `${field}.repeats`,
      'rule-misses-start',
      `${dateInWords(first)} is not the last ${weekdayNames[weekdayOf(first)]} of its month. Choose another way, or change the start.`,
    );
  }
  return accepted(true);
}

/** The form filled in with a rule; `custom` when the other choices cannot say it. */
export function formFromRule(ruleText: string | null, when: When): RuleForm {
  if (ruleText === null || when.type === 'month') return blankRuleForm;
  const rule = orThrow(parseRule(ruleText));
  const last = lastDateOf(rule.end, when.zone);
  const form: RuleForm = {
    ...blankRuleForm,
    interval: String(rule.interval),
    ends: last ? 'until' : 'count',
    count: rule.end.type === 'count' ? String(rule.end.count) : '',
    until: last
      ? { day: String(last.day), month: String(last.month), year: String(last.year) }
      : blankRuleForm.until,
    rule: ruleText,
  };
  const first = startDay(when);
  const days = rule.days.length > 0 ? rule.days.map((day) => day.weekday) : [weekdayOf(first)];
  const fits = (choice: SimpleRepeats) =>
    writeRule(ruleOf(choice, first, rule.interval, days, last ? endOn(last, when) : rule.end)) ===
    writeRule(rule);
  const simple = repeats.find((choice) => choice !== 'none' && choice !== 'custom' && fits(choice));
  if (!simple) return { ...form, repeats: 'custom' };
  return { ...form, repeats: simple, weekdays: simple === 'weekly' ? days : [] };
}

function ruleOf(
  choice: SimpleRepeats,
  first: Temporal.PlainDate,
  interval: number,
  days: readonly Weekday[],
  end: RuleEnd,
): Rule {
  const plain: Rule = {
    frequency: 'MONTHLY',
    interval,
    end,
    months: [],
    monthDays: [],
    days: [],
    positions: [],
    weekStart: 'MO',
  };
  const nthWeekday = (nth: number): Rule => ({ ...plain, days: [{ nth, weekday: weekdayOf(first) }] });
  switch (choice) {
    case 'daily':
      return { ...plain, frequency: 'DAILY' };
    case 'weekly':
      return { ...plain, frequency: 'WEEKLY', days: days.map((weekday) => ({ nth: null, weekday })) };
    case 'monthly on the weekday':
      return nthWeekday(nthOfMonth(first));
    case 'monthly on the last weekday':
      return nthWeekday(-1);
    case 'yearly':
      return { ...plain, frequency: 'YEARLY' };
    default:
      return plain;
  }
}

/** Which of its weekday's days in the month a date is: 1 to 5. */
export const nthOfMonth = (date: Temporal.PlainDate): number => Math.ceil(date.day / 7);

function readEnd(form: RuleForm, when: Timed | AllDay, field: string): Checked<RuleEnd> {
  if (form.ends === 'count') {
    const count = readWhole(form.count, mostOccurrences, `${field}.count`);
    return count.ok ? accepted({ type: 'count', count: count.value }) : count;
  }
  if (form.ends === 'until') {
    const until = readDate(form.until, `${field}.until`);
    return until.ok ? accepted(endOn(until.value, when)) : until;
  }
  return refuse(
    `${field}.ends`,
    'rule-has-no-end',
    'Say when it stops repeating: after a number of times, or on a date.',
  );
}

function readWeekdays(
  texts: readonly string[],
  when: Timed | AllDay,
  field: string,
): Checked<readonly Weekday[]> {
  const own = weekdayOf(startDay(when));
  const unknown = texts.find((text) => !weekdays.some((weekday) => weekday === text));
  if (unknown !== undefined) {
    return refuse(field, 'unknown-choice', `“${unknown}” is not a weekday. Choose from Monday to Sunday.`);
  }
  return accepted(texts.length === 0 ? [own] : weekdays.filter((weekday) => texts.includes(weekday)));
}

function readWhole(text: string, most: number, field: string): Checked<number> {
  const typed = text.trim();
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (number >= 1 && number <= most) return accepted(number);
  return refuse(
    field,
    typed === '' ? 'missing' : 'rule-unreadable',
    `Enter a whole number from 1 to ${most.toLocaleString('en-GB')}.`,
  );
}

const written = (checked: Checked<Rule>): Checked<string> =>
  checked.ok ? accepted(writeRule(checked.value)) : checked;
