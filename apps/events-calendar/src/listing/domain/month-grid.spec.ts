import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { allDaySample, monthSample, timedSample } from '../../events/domain/testing/samples.js';
import type { When } from '../../events/domain/event.js';
import { monthGrid } from './month-grid.js';

const month = Temporal.PlainYearMonth.from('2026-11');

function daysWith(when: When) {
  return monthGrid(month, [{ when }])
    .weeks.flat()
    .filter((day) => day.entries.length > 0)
    .map((day) => `${day.date.toString()} ${day.entries[0]?.dayNumber}/${day.entries[0]?.days}`);
}

describe('monthGrid', () => {
  it('has whole weeks from Monday, and every day of the month once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const some = Temporal.PlainYearMonth.from({ year, month: number });
        const { weeks } = monthGrid(some, []);
        for (const week of weeks)
          expect(week.map((day) => day.date.dayOfWeek)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        const inside = weeks.flat().filter((day) => !day.isOutside);
        expect(inside.map((day) => day.date.day)).toEqual(
          Array.from({ length: some.daysInMonth }, (_, index) => index + 1),
        );
        expect(weeks.every((week) => week.some((day) => !day.isOutside))).toBe(true);
      }),
    );
  });

  it('shows what lasts several days on each of them, and only within the month', () => {
    expect(daysWith(allDaySample('2026-11-03', '2026-11-05'))).toEqual([
      '2026-11-03 1/3',
      '2026-11-04 2/3',
      '2026-11-05 3/3',
    ]);
    expect(daysWith(allDaySample('2026-10-30', '2026-11-02'))).toEqual(['2026-11-01 3/4', '2026-11-02 4/4']);
    expect(daysWith(allDaySample('2026-11-30', '2026-12-24'))).toEqual(['2026-11-30 1/25']);
    expect(daysWith(allDaySample('2026-12-01'))).toEqual([]);
  });

  it('counts days in the event’s own zone, and none that begins when the event ends', () => {
    expect(daysWith(timedSample('2026-11-30T23:00', '2026-12-01T00:00'))).toEqual(['2026-11-30 1/1']);
    expect(daysWith(timedSample('2026-11-01T00:30', '2026-11-01T02:00', 'Europe/Rome'))).toEqual([
      '2026-11-01 1/1',
    ]);
    expect(daysWith(timedSample('2026-12-01T00:30', '2026-12-01T02:00', 'Europe/Rome'))).toEqual([]);
  });

  it('keeps apart what has no day yet', () => {
    const [here, later] = [{ when: monthSample('2026-11') }, { when: monthSample('2026-12') }];
    expect(monthGrid(month, [here, later]).undated).toEqual([here]);
    expect(daysWith(here.when)).toEqual([]);
  });
});
