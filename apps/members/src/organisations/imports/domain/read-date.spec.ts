import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { hasMonthFirst, readDate } from './read-date.js';

describe('a date in a cell', () => {
  it.each([
    ['2019-06-01', '2019-06-01'],
    ['2019/6/1', '2019-06-01'],
    ['2019-06-01T00:00:00', '2019-06-01'],
    ['1/6/2019', '2019-06-01'],
    ['01/06/2019 00:00', '2019-06-01'],
    ['01.06.2019', '2019-06-01'],
    ['1-6-2019', '2019-06-01'],
    ['28/02/2020', '2020-02-28'],
    ['1 June 2019', '2019-06-01'],
    ['1st June 2019', '2019-06-01'],
    ['22nd of March 2024', '2024-03-22'],
    ['1-Jun-2019', '2019-06-01'],
    ['3 Sept. 2021', '2021-09-03'],
    ['June 1, 2019', '2019-06-01'],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell, null)).toMatchObject({ ok: true, date });
  });

  it.each([
    ['01/06/19', 'a year of two digits'],
    ['1 Jun 19', 'a year of two digits'],
    ['2019', 'has no day'],
    ['June 2019', 'has no day'],
    ['2019-06', 'has no day'],
    ['43617', 'as spreadsheets keep it'],
    ['31/02/2019', 'no day that exists'],
    ['2019-02-29', 'no day that exists'],
    ['03/28/2019', 'has the month first. Write 2019-03-28.'],
    ['soon', 'no date that can be read'],
    ['1 Foo 2019', 'no day that exists'],
  ])('%s is refused: %s', (cell, why) => {
    const read = readDate(cell, null);
    expect(read.ok ? read.date : read.message).toContain(why);
  });

  it('in numbers is refused where another row has the month first, unless it can be read one way only', () => {
    const read = (cell: string) => readDate(cell, 17);
    expect(read('03/04/2019')).toEqual({
      ok: false,
      message:
        '“03/04/2019” may have the day or the month first: row 17 has the month first. Write 2019-04-03 or 2019-03-04.',
    });
    expect(read('28/03/2019')).toMatchObject({ ok: true, date: '2019-03-28' });
    expect(read('04/04/2019')).toMatchObject({ ok: true, date: '2019-04-04' });
    expect(read('2019-04-03')).toMatchObject({ ok: true, date: '2019-04-03' });
  });

  it('reads every day in every form as that day', () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }));
    fc.assert(
      fc.property(day, (date) => {
        const forms = [
          date.toString(),
          `${date.day}/${date.month}/${date.year}`,
          date.toLocaleString('en-GB', { dateStyle: 'long' }),
          date.toLocaleString('en-GB', { day: '2-digit', month: 'short', year: 'numeric' }),
        ];
        for (const form of forms) {
          expect([form, readDate(form, null)]).toEqual([
            form,
            expect.objectContaining({ date: date.toString() }),
          ]);
        }
      }),
    );
  });

  it.each([
    ['03/28/2019', true],
    ['3.28.2019', true],
    ['28/03/2019', false],
    ['28/13/2019', false],
    ['2019-03-28', false],
  ])('whether %s has the month first: %s', (cell, expected) => {
    expect(hasMonthFirst(cell)).toBe(expected);
  });
});
