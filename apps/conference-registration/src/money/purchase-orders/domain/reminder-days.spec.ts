import { Temporal } from 'temporal-polyfill';
import { dueReminder } from './reminder-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** The days on which somebody is reminded who never answers, where the schedule runs on these days. */
function reminded(confirmed: string, runs: readonly string[]): string[] {
  const sent: string[] = [];
  for (const today of runs) {
    const last = sent.at(-1);
    if (
      dueReminder(day(confirmed), day(today), sent.length, last === undefined ? null : day(last)) !== null
    ) {
      sent.push(today);
    }
  }
  return sent;
}

const daily = (from: string, days: number) =>
  Array.from({ length: days }, (_, index) => day(from).add({ days: index }).toString());

it('come 3, 10 and 20 working days after the booking, and no more', () => {
  expect(reminded('2027-03-01', daily('2027-03-01', 120))).toEqual([
    '2027-03-04',
    '2027-03-15',
    '2027-03-31',
  ]);
});

it('pass over Good Friday and Easter Monday', () => {
  expect(reminded('2027-03-24', daily('2027-03-24', 10))).toEqual(['2027-03-31']);
});

it('keep their distance after one that was late', () => {
  expect(reminded('2027-03-01', daily('2027-03-22', 60))).toEqual(['2027-03-22', '2027-04-02', '2027-04-16']);
});

it('come once a day at most, however often the schedule runs', () => {
  expect(reminded('2027-03-01', ['2027-03-04', '2027-03-04', '2027-03-04'])).toEqual(['2027-03-04']);
});
