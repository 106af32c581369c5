import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { frequencies, weekdays, writeDay, type Rule, type WeekdayRule } from '../rule.js';

const some = <T>(values: readonly T[], most: number) =>
  fc.oneof(
    { arbitrary: fc.constant<T[]>([]), weight: 3 },
    { arbitrary: fc.subarray([...values], { minLength: 1, maxLength: most }), weight: 2 },
  );

const ordinals = [1, 2, 3, 4, 5, -1, -2];

export const startDates: fc.Arbitrary<Temporal.PlainDate> = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));

/** Any rule that the calendar can read, whether or not it meets its start; it ends after a few years at most. */
export const rules: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom(...frequencies),
    interval: fc.constantFrom(1, 1, 1, 2, 3, 5),
    count: fc.integer({ min: 1, max: 40 }),
    months: some([1, 2, 3, 6, 10, 12], 3),
    monthDays: some([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31], 3),
    days: some(
      ordinals.flatMap((nth) => weekdays.map((weekday) => ({ nth, weekday }))),
      4,
    ),
    positions: some([1, 2, 3, -1, -2], 2),
    isNumbered: fc.boolean(),
    weekStart: fc.constantFrom(...weekdays),
  })
  .map((parts): Rule => {
    const { frequency, interval, months, weekStart } = parts;
    const isMonthly = frequency === 'MONTHLY' || frequency === 'YEARLY';
    const monthDays = isMonthly ? parts.monthDays : [];
    const isNumbered = parts.isNumbered && isMonthly && monthDays.length === 0;
    const days = new Map<string, WeekdayRule>();
    for (const { weekday, nth } of parts.days) {
      const kept = { weekday, nth: isNumbered ? nth : null };
      days.set(writeDay(kept), kept);
    }
    return {
      frequency,
      interval,
      end: { type: 'count', count: parts.count },
      months,
      monthDays,
      days: [...days.values()],
      positions: isMonthly && days.size + monthDays.length + months.length > 0 ? parts.positions : [],
      weekStart,
    };
  });
