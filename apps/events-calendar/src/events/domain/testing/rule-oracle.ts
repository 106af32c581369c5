import { Temporal } from 'temporal-polyfill';
import { weekdayOf, weekdays, type Rule, type WeekdayRule } from '../rule.js';

/**
 * What a rule gives, by the definitions of RFC 5545 §3.3.10 taken word for word: every single day is looked at, and asked
 * whether it belongs. Slow, and written without regard to how the calendar itself finds the days.
 */
export function oracleDays(rule: Rule, first: Temporal.PlainDate, last: Temporal.PlainDate): string[] {
  const periods = new Map<number, Temporal.PlainDate[]>();
  const end = last.with({ month: 12, day: 31 }).add({ days: 7 });
  let day = first.with({ month: 1, day: 1 }).subtract({ days: 7 });
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    const period = periodOf(rule, first, day);
    if (period < 0 || period % rule.interval !== 0 || !belongs(rule, first, day)) continue;
    periods.set(period, (periods.get(period) ?? []).concat(day));
  }
  const found = [...periods.values()]
    .flatMap((days) => days.filter((_, index) => isAtPosition(rule, index, days.length)))
    .filter((day) => Temporal.PlainDate.compare(day, first) >= 0)
    .filter((day) => Temporal.PlainDate.compare(day, last) <= 0);
  return found.slice(0, rule.end.type === 'count' ? rule.end.count : undefined).map(String);
}

function periodOf(rule: Rule, first: Temporal.PlainDate, day: Temporal.PlainDate): number {
  if (rule.frequency === 'YEARLY') return day.year - first.year;
  if (rule.frequency === 'MONTHLY') return (day.year - first.year) * 12 + day.month - first.month;
  if (rule.frequency === 'DAILY') return first.until(day).days;
  const weekOf = (date: Temporal.PlainDate) =>
    date.subtract({ days: (date.dayOfWeek - 1 - weekdays.indexOf(rule.weekStart) + 7) % 7 });
  return weekOf(first).until(weekOf(day)).days / 7;
}

function belongs(rule: Rule, first: Temporal.PlainDate, day: Temporal.PlainDate): boolean {
  if (rule.months.length > 0 && !rule.months.includes(day.month)) return false;
  const fromEnd = day.day - day.daysInMonth - 1;
  if (rule.monthDays.length > 0 && !rule.monthDays.includes(day.day) && !rule.monthDays.includes(fromEnd)) {
    return false;
  }
  if (rule.days.length > 0 && !rule.days.some((wanted) => isWeekday(rule, wanted, day))) return false;
  if (rule.days.length > 0 || rule.monthDays.length > 0) return true;
  if (rule.frequency === 'DAILY') return true;
  if (rule.frequency === 'WEEKLY') return weekdayOf(day) === weekdayOf(first);
  if (rule.frequency === 'YEARLY' && rule.months.length === 0 && day.month !== first.month) return false;
  return day.day === first.day;
}

function isWeekday(rule: Rule, wanted: WeekdayRule, day: Temporal.PlainDate): boolean {
  if (weekdayOf(day) !== wanted.weekday) return false;
  if (wanted.nth === null) return true;
  const ofYear = rule.frequency === 'YEARLY' && rule.months.length === 0;
  const index = ofYear ? day.dayOfYear : day.day;
  const length = ofYear ? day.daysInYear : day.daysInMonth;
  return wanted.nth === Math.ceil(index / 7) || wanted.nth === -Math.ceil((length - index + 1) / 7);
}

function isAtPosition(rule: Rule, index: number, length: number): boolean {
  if (rule.positions.length === 0) return true;
  return rule.positions.includes(index + 1) || rule.positions.includes(index - length);
}
