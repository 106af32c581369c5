import type { Temporal } from 'temporal-polyfill';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** In the order of ISO 8601: Monday is 1. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** `TU` (every Tuesday; `nth` null) or `-1TU` (the last Tuesday of the month or year). */
export interface WeekdayRule {
  readonly weekday: Weekday;
  readonly nth: number | null;
}

/** How a rule ends. `local` has no zone written: it is told in the event's own. */
export type RuleEnd =
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'date'; readonly until: Temporal.PlainDate }
  | { readonly type: 'local'; readonly until: Temporal.PlainDateTime }
  | { readonly type: 'instant'; readonly until: Temporal.Instant };

/** A recurrence rule (RFC 5545 §3.3.10), as far as the calendar has them. Lists are sorted and without doubles. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly end: RuleEnd;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly days: readonly WeekdayRule[];
  readonly positions: readonly number[];
  readonly weekStart: Weekday;
}

/** The rule's value for RRULE, always written in the same way, so that equal rules are equal texts. */
export function writeRule(rule: Rule): string {
  const list = (name: string, values: readonly (number | string)[]) =>
    values.length > 0 ? [`${name}=${values.join(',')}`] : [];
  return [
    `FREQ=${rule.frequency}`,
    writeEnd(rule.end),
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...list('BYMONTH', rule.months),
    ...list('BYMONTHDAY', rule.monthDays),
    ...list('BYDAY', rule.days.map(writeDay)),
    ...list('BYSETPOS', rule.positions),
    ...(rule.weekStart === 'MO' ? [] : [`WKST=${rule.weekStart}`]),
  ].join(';');
}

export const writeDay = (day: WeekdayRule): string => `${day.nth ?? ''}${day.weekday}`;

export const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'MO';

function writeEnd(end: RuleEnd): string {
  if (end.type === 'count') return `COUNT=${end.count}`;
  const text = end.until.toString(end.type === 'date' ? undefined : { smallestUnit: 'second' });
  return `UNTIL=${text.replaceAll(/[-:]/g, '')}`;
}
