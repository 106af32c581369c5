import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { moveDates } from './move-dates.js';

const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());

it('moves deadlines by whole years where the first day does', () => {
  const move = moveDates('2026-07-08', '2027-07-08', 'Europe/London');
  expect(move.day('2026-07-09')).toBe('2027-07-09');
  expect(move.deadline('2026-06-30')).toBe('2027-06-30');
  expect(move.deadline('2026-02-28')).toBe('2027-02-28');
});

it('otherwise moves them by whole weeks, so that a Friday stays a Friday', () => {
  const move = moveDates('2026-07-09', '2027-07-08', 'Europe/London');
  expect(move.day('2026-07-10')).toBe('2027-07-09');
  expect(move.deadline('2026-06-26')).toBe('2027-06-25');
});

it('keeps the time on the clock, whatever the clocks do between', () => {
  const move = moveDates('2026-11-12', '2027-06-10', 'Europe/London');
  expect(move.instant(Temporal.Instant.from('2026-11-05T09:00:00Z')).toString()).toBe('2027-06-03T08:00:00Z');
});

it('keeps days of the week of deadlines, and the distances of days', () => {
  fc.assert(
    fc.property(day, day, day, (from, to, other) => {
      const move = moveDates(from, to, 'Europe/London');
      const isWholeYears = from.slice(5) === to.slice(5);
      if (!isWholeYears) expect(weekday(move.deadline(other))).toBe(weekday(other));
      expect(move.day(from)).toBe(to);
      const distance = (a: string, b: string) => Temporal.PlainDate.from(a).until(b).days;
      expect(distance(move.day(other), move.day(from))).toBe(distance(other, from));
    }),
  );
});

it('moves nothing when the first day stays', () => {
  const move = moveDates('2026-07-09', '2026-07-09', 'Europe/London');
  expect(move.deadline('2026-06-26')).toBe('2026-06-26');
});
