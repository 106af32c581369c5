import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysOf, minutesIn, newNumber, readNumber } from './attendance.js';

const start = Temporal.Instant.from('2024-03-11T08:00:00Z');
const at = (minutes: number) => start.add({ minutes }).toString();
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

describe('how long somebody was at hosts', () => {
  it.each([
    ['nothing', [], 0],
    ['one after the other', [span(0, 60), span(60, 90)], 90],
    ['one within another', [span(0, 120), span(30, 60)], 120],
    ['two that overlap', [span(60, 120), span(0, 90)], 120],
  ])('of %s is counted once', (_, spans, expected) => {
    expect(minutesIn(spans)).toBe(expected);
  });

  it('is as long as the minutes in which anything was, in whichever order it is given', () => {
    const minute = fc.integer({ min: 0, max: 300 });
    const spans = fc.array(fc.tuple(minute, minute), { maxLength: 12 });
    fc.assert(
      fc.property(spans, (given) => {
        const sorted = given.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
        const within = new Set(
          sorted.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
        );
        expect(minutesIn(sorted.map(([from, to]) => span(from, to)))).toBe(within.size);
      }),
    );
  });

  it('counts the first and the last day, also over the end of February', () => {
    expect(daysOf({ firstDay: '2024-03-10', lastDay: '2024-03-15' })).toBe(6);
    expect(daysOf({ firstDay: '2024-02-28', lastDay: '2024-03-01' })).toBe(3);
    expect(daysOf({ firstDay: '2024-03-10', lastDay: '2024-03-10' })).toBe(1);
  });
});

describe('the number of a certificate', () => {
  it('is read however it is typed, and nothing else is', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const number = newNumber((below) => Number(numbers.next().value) % below);
        expect(number).toMatch(/^[A-Z\d]{6}-[A-Z\d]{6}$/);
        for (const typed of [
          number,
          number.toLowerCase(),
          number.replace('-', ' '),
          ` ${number.replace('-', '')}. `,
        ])
          expect(readNumber(typed)).toBe(number);
      }),
    );
    for (const typed of ['', 'K7M4QD', 'K7M4QD-34RTHCX', '🙂'.repeat(12)])
      expect(readNumber(typed)).toBeNull();
  });
});
