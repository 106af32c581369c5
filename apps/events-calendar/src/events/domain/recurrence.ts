import { Temporal } from 'temporal-polyfill';
import { dateInWords } from './calendar-date.js';
import { accepted, refuse, type Checked } from './errors.js';
import type { AllDay, Recurrence, Timed, When } from './event.js';
import { checkExceptions, type ExceptionContext } from './exceptions.js';
import { parseRule } from './parse-rule.js';
import { writeRule, type Rule, type RuleEnd } from './rule.js';
import {
  horizonOf,
  lastDateOf,
  mostOccurrences,
  mostYears,
  ruleStarts,
  type RuleStart,
} from './rule-starts.js';
import { startDay } from './when.js';

/**
 * Checks a recurrence against its event. The rule comes back written in the one way the calendar keeps, with UNTIL in the
 * form that the start asks for (RFC 5545 §3.3.10); the exceptions sorted.
 * The start must be what the rule gives first: where it is not, calendar programs differ in whether it counts.
 */
export function checkRecurrence(
  recurrence: Recurrence | null,
  when: When,
  context: ExceptionContext,
): Checked<Recurrence | null> {
  if (recurrence === null) return accepted(null);
  if (when.type === 'month') {
    return refuse(
      'recurrence.rule',
      'rule-needs-a-date',
      'An event of which only the month is known cannot repeat. Give its first date, or let it happen once.',
    );
  }
  const rule = checkRule(recurrence.rule, when);
  if (!rule.ok) return rule;
  const exceptions = checkExceptions(recurrence.exceptions, ruleStarts(rule.value, when), when, context);
  if (!exceptions.ok) return exceptions;
  return accepted({ rule: writeRule(rule.value), exceptions: exceptions.value });
}

/** A rule that fits the event at `when`: ends within ten years, gives at most 1,000 occurrences, begins with the start. */
export function checkRule(text: string, when: Timed | AllDay, field = 'recurrence.rule'): Checked<Rule> {
  const parsed = parseRule(text, field);
  if (!parsed.ok) return parsed;
  const rule = { ...parsed.value, end: normalEnd(parsed.value.end, when) };
  const last = lastDateOf(rule.end, when.zone);
  const first = startDay(when);
  if (last && Temporal.PlainDate.compare(last, first) < 0) {
    return refuse(
      field,
      'rule-misses-start',
      `It would stop repeating on ${dateInWords(last)}, before it begins. Choose a later date.`,
    );
  }
  if (last && Temporal.PlainDate.compare(last, horizonOf(first)) > 0) return tooLong(first, field);
  return checkStarts(rule, ruleStarts(rule, when), first, field);
}

function checkStarts(
  rule: Rule,
  starts: readonly RuleStart[],
  first: Temporal.PlainDate,
  field: string,
): Checked<Rule> {
  const [begin] = starts;
  if (!begin?.date.equals(first)) {
    const instead = begin ? ` The first day that it gives is ${dateInWords(begin.date)}.` : '';
    return refuse(
      field,
      'rule-misses-start',
      `The event starts on ${dateInWords(first)}, which is not a day that it repeats on.${instead} Change the start or the days.`,
    );
  }
  if (starts.length > mostOccurrences) {
    return refuse(
      field,
      'rule-too-many',
      `It would repeat more than ${mostOccurrences.toLocaleString('en-GB')} times. Choose an earlier end, or repeat it less often.`,
    );
  }
  if (rule.end.type === 'count' && starts.length < rule.end.count) return tooLong(first, field);
  return accepted(rule);
}

const tooLong = (first: Temporal.PlainDate, field: string) =>
  refuse(
    field,
    'rule-too-long',
    `It would repeat for more than ${mostYears} years. End it by ${dateInWords(horizonOf(first))}.`,
  );

/**
 * RFC 5545 §3.3.10: UNTIL is a date where the start is one, and else a date-time in UTC. A date means all of that day, so
 * it becomes its last second.
 */
export function normalEnd(end: RuleEnd, when: Timed | AllDay): RuleEnd {
  if (end.type === 'count') return end;
  if (when.type === 'all-day') return { type: 'date', until: lastDateOf(end, when.zone) ?? when.first };
  if (end.type === 'instant') return end;
  return end.type === 'date' ? endOfDay(end.until, when.zone) : inZone(end.until, when.zone);
}

/** The end of a rule whose last occurrence is on `last`, in the form that `when` asks for. */
export const endOn = (last: Temporal.PlainDate, when: Timed | AllDay): RuleEnd =>
  normalEnd({ type: 'date', until: last }, when);

const endOfDay = (date: Temporal.PlainDate, zone: string): RuleEnd =>
  inZone(date.toPlainDateTime('23:59:59'), zone);

const inZone = (local: Temporal.PlainDateTime, zone: string): RuleEnd => ({
  type: 'instant',
  until: local.toZonedDateTime(zone).toInstant(),
});
