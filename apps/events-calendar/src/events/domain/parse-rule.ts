import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked, type ProblemCode } from './errors.js';
import {
  frequencies,
  weekdays,
  type Frequency,
  type Rule,
  type RuleEnd,
  type Weekday,
  type WeekdayRule,
} from './rule.js';

const supported = [
  'FREQ',
  'UNTIL',
  'COUNT',
  'INTERVAL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
  'WKST',
] as const;
type Part = (typeof supported)[number];

/** What stops the reading; caught in {@link parseRule}, never seen outside. */
class Stop extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads an RRULE value (RFC 5545 §3.3.10), with or without `RRULE:` before it.
 * Of the standard's parts those finer than a day (BYHOUR …), BYYEARDAY and BYWEEKNO are refused, as is a rule without an
 * end. That it fits an event's start and stays within bounds is for `checkRecurrence`.
 */
export function parseRule(text: string, field = 'recurrence.rule'): Checked<Rule> {
  try {
    return accepted(read(partsOf(text)));
  } catch (error) {
    if (error instanceof Stop) return refuse(field, error.code, error.message);
    throw error;
  }
}

function partsOf(text: string): ReadonlyMap<Part, string> {
  const parts = new Map<Part, string>();
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  for (const part of written.split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part) ?? [];
    if (name === '') {
      throw new Stop(
        'rule-unreadable',
        `“${part}” in the rule cannot be read. Write it like FREQ=MONTHLY;BYDAY=1TU;COUNT=12.`,
      );
    }
    const known = supported.find((candidate) => candidate === name);
    if (!known) {
      throw new Stop(
        'rule-part-unsupported',
        `This calendar does not repeat events by ${name}. Use days, weeks, months and years.`,
      );
    }
    if (parts.has(known)) throw new Stop('rule-unreadable', `${name} stands twice in the rule. Keep one.`);
    parts.set(known, value);
  }
  return parts;
}

function read(parts: ReadonlyMap<Part, string>): Rule {
  const rule: Rule = {
    frequency: readFrequency(parts.get('FREQ')),
    interval: readNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 1, 1000),
    end: readEnd(parts.get('COUNT'), parts.get('UNTIL')),
    months: readNumbers('BYMONTH', parts.get('BYMONTH'), 1, 12),
    monthDays: readNumbers('BYMONTHDAY', parts.get('BYMONTHDAY'), -31, 31),
    days: readDays(parts.get('BYDAY')),
    positions: readNumbers('BYSETPOS', parts.get('BYSETPOS'), -366, 366),
    weekStart: readWeekday(parts.get('WKST') ?? 'MO'),
  };
  checkParts(rule);
  return rule;
}

/** Which parts may stand together: the notes under the table of RFC 5545 §3.3.10. */
function checkParts(rule: Rule): void {
  const isMonthly = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY';
  const hasOrdinals = rule.days.some((day) => day.nth !== null);
  if (hasOrdinals && !isMonthly) {
    throw new Stop('rule-parts-conflict', 'A numbered weekday (1TU) needs FREQ=MONTHLY or FREQ=YEARLY.');
  }
  // The standard allows the next two, and the programs that read calendars differ in what they make of them.
  if (hasOrdinals && rule.days.some((day) => day.nth === null)) {
    throw new Stop('rule-parts-conflict', 'BYDAY has weekdays with and without numbers. Use one sort.');
  }
  if (hasOrdinals && rule.monthDays.length > 0) {
    throw new Stop('rule-parts-conflict', 'A numbered weekday (1TU) does not go with BYMONTHDAY. Keep one.');
  }
  const most = rule.frequency === 'YEARLY' && rule.months.length === 0 ? 53 : 5;
  if (rule.days.some((day) => Math.abs(day.nth ?? 1) > most)) {
    throw new Stop(
      'rule-parts-conflict',
      `A weekday comes at most ${most} times there. Use a smaller number.`,
    );
  }
  // For days and weeks the standard allows some of these, and ical.js gives other days for them, or never stops.
  if (!isMonthly && rule.monthDays.length > 0) {
    throw new Stop(
      'rule-parts-conflict',
      `BYMONTHDAY does not go with FREQ=${rule.frequency}. Use FREQ=MONTHLY.`,
    );
  }
  if (!isMonthly && rule.positions.length > 0) {
    throw new Stop(
      'rule-parts-conflict',
      `BYSETPOS does not go with FREQ=${rule.frequency}. Use FREQ=MONTHLY.`,
    );
  }
  if (rule.positions.length > 0 && rule.days.length + rule.monthDays.length + rule.months.length === 0) {
    throw new Stop('rule-parts-conflict', 'BYSETPOS needs days to choose from. Add BYDAY or BYMONTHDAY.');
  }
}

function readFrequency(text: string | undefined): Frequency {
  const found = frequencies.find((frequency) => frequency === text);
  if (found) return found;
  if (text === undefined) throw new Stop('rule-unreadable', 'The rule needs FREQ, such as FREQ=MONTHLY.');
  throw new Stop('rule-part-unsupported', `FREQ must be one of ${frequencies.join(', ')}; ${text} is not.`);
}

function readEnd(count: string | undefined, until: string | undefined): RuleEnd {
  if (count !== undefined && until !== undefined) {
    throw new Stop('rule-parts-conflict', 'The rule has both COUNT and UNTIL. Keep one of them.');
  }
  if (count !== undefined) return { type: 'count', count: readNumber('COUNT', count, 1, 100_000) };
  if (until !== undefined) return readUntil(until);
  throw new Stop('rule-has-no-end', 'Say when it stops repeating: after a number of times, or on a date.');
}

function readUntil(text: string): RuleEnd {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text) ?? [];
  try {
    const until = Temporal.PlainDate.from(`${year}-${month}-${day}`);
    if (hour === undefined) return { type: 'date', until };
    const local = until.toPlainDateTime(Temporal.PlainTime.from(`${hour}:${minute}:${second}`));
    return utc === 'Z'
      ? { type: 'instant', until: local.toZonedDateTime('UTC').toInstant() }
      : { type: 'local', until: local };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Stop('rule-unreadable', `UNTIL=${text} is not a date. Write it like UNTIL=20270601.`);
  }
}

function readDays(text: string | undefined): readonly WeekdayRule[] {
  const days = new Map<string, WeekdayRule>();
  for (const item of text?.split(',') ?? []) {
    const [, nth, weekday] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
    if (weekday === undefined || Number(nth) === 0) {
      throw new Stop('rule-unreadable', `“${item}” in BYDAY is not a day. Write MO, TU …, or 1MO, -1FR.`);
    }
    const day = { weekday: readWeekday(weekday), nth: nth === undefined ? null : Number(nth) };
    days.set(`${day.nth ?? ''}${day.weekday}`, day);
  }
  const order = (day: WeekdayRule) => (day.nth ?? 0) * 10 + weekdays.indexOf(day.weekday);
  return [...days.values()].sort((a, b) => order(a) - order(b));
}

function readWeekday(text: string): Weekday {
  const found = weekdays.find((weekday) => weekday === text);
  if (!found)
    throw new Stop('rule-unreadable', `“${text}” is not a weekday. Write one of ${weekdays.join(', ')}.`);
  return found;
}

function readNumbers(name: Part, text: string | undefined, least: number, most: number): readonly number[] {
  const numbers = text?.split(',').map((item) => readNumber(name, item, least, most)) ?? [];
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function readNumber(name: Part, text: string, least: number, most: number): number {
  const number = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most && number !== 0) return number;
  const bounds = least < 0 ? `1 and ${most}, or ${least} and -1` : `${least} and ${most}`;
  throw new Stop('rule-unreadable', `${name} takes whole numbers between ${bounds}; “${text}” is not one.`);
}
