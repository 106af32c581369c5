import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked, type FieldProblem } from './checked.js';

/** What may be wrong with a time of day. */
export type TimeCode = 'time-missing' | 'time-unreadable' | 'time-needs-am-or-pm';

type CheckedTime = Checked<Temporal.PlainTime, FieldProblem<TimeCode>>;

const namedTimes = new Map([
  ['noon', 12],
  ['12 noon', 12],
  ['12noon', 12],
  ['midday', 12],
  ['12 midday', 12],
  ['midnight', 0],
  ['12 midnight', 0],
  ['12midnight', 0],
]);

/** Hours with optional minutes (and zero seconds, as time inputs send), and am or pm: `10`, `2.30pm`, `1400`, `14:00:00`. */
const pattern = /^(\d{1,2})(?:[:.](\d{2})(?:[:.]00)?|(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?$/;

/** Up to this hour nobody can tell `2:30` at night from half past two in the afternoon; from 8 on, the morning is meant. */
const lastUnclearHour = 7;

/**
 * Reads a time as people type it: `10`, `10am`, `10:30`, `2.30pm`, `14:00`, `1400`, `noon`, `12 noon`, `midnight`.
 * Without am or pm it is the 24-hour clock; `1` to `7` without a leading zero is refused, for it may be either half of the day.
 */
export function readTime(text: string, field: string): CheckedTime {
  const typed = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (typed === '') return refuse(field, 'time-missing', 'Enter a time, such as 10:30am or 14:00.');
  const named = namedTimes.get(typed);
  if (named !== undefined) return accepted(new Temporal.PlainTime(named));

  const unreadable = refuse(
    field,
    'time-unreadable',
    `“${text.trim()}” cannot be read as a time. Write it like 10:30am, 2pm or 14:00.`,
  );
  const [whole, hours = '', withSeparator, packed, half] = pattern.exec(typed) ?? [];
  if (whole === undefined) return unreadable;
  // "930" has three digits: the hour could be 9 or 93, so four are asked for.
  if (packed !== undefined && hours.length !== 2) return unreadable;
  const hour = Number(hours);
  const minute = Number(withSeparator ?? packed ?? 0);
  if (minute > 59) return unreadable;
  if (half === undefined) {
    if (hour > 23) return unreadable;
    if (hours.length === 1 && hour >= 1 && hour <= lastUnclearHour) return needsHalf(hour, minute, field);
    return accepted(new Temporal.PlainTime(hour, minute));
  }
  if (hour < 1 || hour > 12) return unreadable;
  return accepted(new Temporal.PlainTime((hour % 12) + (half.startsWith('p') ? 12 : 0), minute));
}

function needsHalf(hour: number, minute: number, field: string) {
  const clock = minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, '0')}`;
  return refuse(
    field,
    'time-needs-am-or-pm',
    `Say which half of the day is meant: ${clock}am or ${clock}pm.`,
  );
}
