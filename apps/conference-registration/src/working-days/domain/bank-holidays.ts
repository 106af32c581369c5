import { Temporal } from 'temporal-polyfill';

const saturday = 6;
const sunday = 7;

/** Easter Sunday of a year (Gregorian; J. Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

/** On a Saturday or Sunday the Monday after is taken instead. */
function orMonday(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === saturday) return day.add({ days: 2 });
  return day.dayOfWeek === sunday ? day.add({ days: 1 }) : day;
}

/** Christmas Day and Boxing Day; where one falls on a weekend, the next day that is neither takes its place. */
function christmas(year: number): readonly Temporal.PlainDate[] {
  const day = Temporal.PlainDate.from({ year, month: 12, day: 25 });
  const boxing = day.add({ days: 1 });
  if (day.dayOfWeek === saturday) return [boxing.add({ days: 1 }), boxing.add({ days: 2 })];
  if (day.dayOfWeek === sunday) return [boxing, boxing.add({ days: 1 })];
  return [day, orMonday(boxing)];
}

/**
 * The bank holidays of England and Wales: the Banking and Financial Dealings Act 1971, schedule 1; New Year's Day and the
 * first Monday of May, which are proclaimed each year; Good Friday and Christmas Day by common law. Days that are proclaimed
 * for one year alone (a coronation) are not known here.
 */
export function bankHolidays(year: number): readonly Temporal.PlainDate[] {
  const easter = easterSunday(year);
  return [
    orMonday(Temporal.PlainDate.from({ year, month: 1, day: 1 })),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ];
}
