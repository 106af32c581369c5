import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ageOf, ages, byAge, daysOverdue, dueOn } from './ageing.js';

it.each([
  ['2027-03-10', 'not-due'],
  ['2027-03-11', 'not-due'],
  ['2027-03-09', '1-30'],
  ['2027-02-08', '1-30'],
  ['2027-02-07', '31-60'],
  ['2027-01-09', '31-60'],
  ['2027-01-08', '61-90'],
  ['2026-12-10', '61-90'],
  ['2026-12-09', 'over-90'],
])('on 10 March 2027 an invoice that was due on %s is %s', (due, age) => {
  expect(ageOf(due, '2027-03-10')).toBe(age);
});

it('is due so many days after it was issued, over months, years and the clocks’ change', () => {
  expect(dueOn('2027-01-31', 30)).toBe('2027-03-02');
  expect(dueOn('2027-12-15', 30)).toBe('2028-01-14');
  expect(dueOn('2027-03-20', 14)).toBe('2027-04-03');
});

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString());

it('puts each amount to one age and loses none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ dueOn: day, outstandingPence: fc.integer({ min: 0, max: 1_000_000 }) })),
      day,
      (invoices, today) => {
        const amounts = byAge(invoices, today);
        const total = ages.reduce((sum, age) => sum + amounts[age], 0);
        expect(total).toBe(invoices.reduce((sum, { outstandingPence }) => sum + outstandingPence, 0));
      },
    ),
  );
});

it('says for how many days something is overdue', () => {
  expect(daysOverdue('2027-02-28', '2027-03-02')).toBe(2);
  expect(daysOverdue('2027-03-02', '2027-02-28')).toBe(0);
});
