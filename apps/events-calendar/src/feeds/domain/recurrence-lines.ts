import { Temporal } from 'temporal-polyfill';
import { orThrow } from '../../events/domain/errors.js';
import type { AllDay, Recurrence, Timed } from '../../events/domain/event.js';
import { parseRule } from '../../events/domain/parse-rule.js';
import { normalEnd } from '../../events/domain/recurrence.js';
import { type Rule, writeRule } from '../../events/domain/rule.js';
import { startDay } from '../../events/domain/when.js';
import { dayTime, tzidOf, writeLocal } from './times.js';

/**
 * The RRULE and EXDATE lines of a series, not yet folded, each ending with CRLF. UNTIL is of DTSTART's type, and in UTC
 * when that has a zone (RFC 5545 §3.3.10).
 * @throws {EventProblem} when the rule is none that the calendar admits.
 */
export function recurrenceLines(recurrence: Recurrence, when: Timed | AllDay): string {
  const rule = withDay(orThrow(parseRule(recurrence.rule)), startDay(when));
  const removed = recurrence.exceptions
    .filter(({ type }) => type === 'removed')
    .map(({ original }) => `${originalLine('EXDATE', original, when)}\r\n`);
  return `RRULE:${writeRule({ ...rule, end: normalEnd(rule.end, when) })}\r\n${removed.join('')}`;
}

/**
 * "Every month" on the 29th or later leaves out the months that have no such day, and "every year" on 29 February most
 * years (RFC 5545 §3.3.10). Some readers move the day instead, unless the rule names it.
 */
function withDay(rule: Rule, start: Temporal.PlainDate): Rule {
  const namesDays = rule.days.length > 0 || rule.monthDays.length > 0;
  if (namesDays || start.day <= 28) return rule;
  if (rule.frequency === 'MONTHLY') return { ...rule, monthDays: [start.day] };
  if (rule.frequency !== 'YEARLY') return rule;
  return { ...rule, months: rule.months.length > 0 ? rule.months : [start.month], monthDays: [start.day] };
}

/**
 * A property that names one occurrence by its original start, in the type and zone of the series' DTSTART
 * (RFC 5545 §3.8.4.4 and §3.8.5.1).
 */
export function originalLine(
  property: 'EXDATE' | 'RECURRENCE-ID',
  original: string,
  when: Timed | AllDay,
): string {
  if (when.type === 'all-day') {
    return `${property};VALUE=DATE:${dayTime(Temporal.PlainDate.from(original)).date}`;
  }
  const tzid = tzidOf(when.zone);
  return `${property}${tzid === null ? '' : `;TZID=${tzid}`}:${writeLocal(original, when.zone)}`;
}
