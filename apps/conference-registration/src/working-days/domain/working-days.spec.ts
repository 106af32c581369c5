import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('bank holidays', () => {
  // As published at https://www.gov.uk/bank-holidays for England and Wales.
  it.each([
    [
      2022,
      // Without the Platinum Jubilee, for which the spring one moved that year.
      ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-27', '12-26'],
    ],
    [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
  ])('of %i', (year, expected) => {
    expect(
      bankHolidays(year)
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(expected.map((rest) => `${year}-${rest}`).toSorted((a, b) => a.localeCompare(b)));
  });

  it('are eight working weekdays in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1978, max: 2200 }), (year) => {
        const days = bankHolidays(year);
        expect(new Set(days.map(String)).size).toBe(8);
        for (const holiday of days) expect(holiday.dayOfWeek).toBeLessThan(6);
      }),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 2, '2026-11-24'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 5, '2027-01-05'],
    ['2026-12-25', 0, '2026-12-29'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('from %s, %i of them: %s', (from, days, expected) => {
    expect(addWorkingDays(day(from), days).toString()).toBe(expected);
  });

  it('never end on a day that is none, and each counts once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const from = day('2026-01-01').add({ days: offset });
        const to = addWorkingDays(from, days);
        expect(isWorkingDay(to)).toBe(true);
        let counted = 0;
        for (let each = from.add({ days: 1 }); Temporal.PlainDate.compare(each, to) <= 0;) {
          if (isWorkingDay(each)) counted += 1;
          each = each.add({ days: 1 });
        }
        expect(counted).toBe(days);
      }),
    );
  });
});
