import { Temporal } from 'temporal-polyfill';
import { weekdays, type Rule, type WeekdayRule } from '../rule.js';

/** A day and all that a rule may ask of it, looked up once for all rules. */
interface Day {
  readonly text: string;
  /** Days since the first that is known. */
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 for Monday. */
  readonly weekday: number;
  readonly daysInMonth: number;
  readonly dayOfYear: number;
  readonly daysInYear: number;
}

const calendar: readonly Day[] = Array.from({ length: 365 * 14 }, (_, number): Day => {
  const date = Temporal.PlainDate.from('2023-01-01').add({ days: number });
  const { year, month, day, daysInMonth, dayOfYear, daysInYear } = date;
  return {
    text: date.toString(),
    number,
    year,
    month,
    day,
    weekday: date.dayOfWeek - 1,
    daysInMonth,
    dayOfYear,
    daysInYear,
  };
});

/**
 * What a rule gives, by the definitions of RFC 5545 §3.3.10 taken word for word: every single day is looked at, and asked
 * whether it belongs. Written without regard to how the calendar itself finds the days. Knows the years 2023 to 2036.
 */
export function oracleDays(rule: Rule, start: Temporal.PlainDate, end: Temporal.PlainDate): string[] {
  const [from, to] = [start.toString(), end.toString()];
  const first = calendar.find((day) => day.text === from);
  if (!first) throw new RangeError(`${from} is not in the oracle's calendar.`);
  const periods = new Map<number, Day[]>();
  for (const day of calendar) {
    const period = periodOf(rule, first, day);
    if (period < 0 || period % rule.interval !== 0 || !belongs(rule, first, day)) continue;
    const days = periods.get(period);
    if (days) days.push(day);
    else periods.set(period, [day]);
  }
  return [...periods.values()]
    .flatMap((days) => days.filter((_, index) => isAtPosition(rule, index, days.length)))
    .map((day) => day.text)
    .filter((day) => day >= from)
    .slice(0, rule.end.type === 'count' ? rule.end.count : undefined)
    .filter((day) => day <= to);
}

function periodOf(rule: Rule, first: Day, day: Day): number {
  if (rule.frequency === 'YEARLY') return day.year - first.year;
  if (rule.frequency === 'MONTHLY') return (day.year - first.year) * 12 + day.month - first.month;
  if (rule.frequency === 'DAILY') return day.number - first.number;
  const startOfWeek = ({ number, weekday }: Day) =>
    number - ((weekday - weekdays.indexOf(rule.weekStart) + 7) % 7);
  return (startOfWeek(day) - startOfWeek(first)) / 7;
}

function belongs(rule: Rule, first: Day, day: Day): boolean {
  if (rule.months.length > 0 && !rule.months.includes(day.month)) return false;
  const fromEnd = day.day - day.daysInMonth - 1;
  if (rule.monthDays.length > 0 && !rule.monthDays.includes(day.day) && !rule.monthDays.includes(fromEnd)) {
    return false;
  }
  if (rule.days.length > 0 && !rule.days.some((wanted) => isWeekday(rule, wanted, day))) return false;
  if (rule.days.length > 0 || rule.monthDays.length > 0) return true;
  if (rule.frequency === 'DAILY') return true;
  if (rule.frequency === 'WEEKLY') return day.weekday === first.weekday;
  if (rule.frequency === 'YEARLY' && rule.months.length === 0 && day.month !== first.month) return false;
  return day.day === first.day;
}

function isWeekday(rule: Rule, wanted: WeekdayRule, day: Day): boolean {
  if (weekdays[day.weekday] !== wanted.weekday) return false;
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
