import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { listInWords, moneyInWords, numberInWords, plural } from './amounts.js';
import { monthName } from './date-in-words.js';
import { relativeDayInWords } from './relative-day.js';

describe('money', () => {
  test.each([
    [19500, '£195.00'],
    [0, '£0.00'],
    [5, '£0.05'],
    [117_050, '£1,170.50'],
    [-500, '−£5.00'],
    [123_456_789, '£1,234,567.89'],
  ])('%d pence: %s', (pence, words) => {
    expect(moneyInWords(pence)).toBe(words);
  });

  test('leaves out the pence on request, where there are none', () => {
    expect(moneyInWords(117_000, { dropZeroPence: true })).toBe('£1,170');
    expect(moneyInWords(117_001, { dropZeroPence: true })).toBe('£1,170.01');
  });

  test('is never part of a penny', () => {
    expect(() => moneyInWords(0.5)).toThrow(RangeError);
  });

  test('reads back as the same pence', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (pence) => {
        const digits = moneyInWords(pence).replaceAll(/[^\d]/g, '');
        expect(BigInt(digits)).toBe(BigInt(Math.abs(pence)));
      }),
    );
  });
});

test('numbers are grouped', () => {
  expect([999, 1000, 1_000_000, -1234.5].map(numberInWords)).toEqual([
    '999',
    '1,000',
    '1,000,000',
    '−1,234.5',
  ]);
});

test('plurals', () => {
  expect([0, 1, 2, 1170].map((amount) => plural(amount, 'invoice'))).toEqual([
    '0 invoices',
    '1 invoice',
    '2 invoices',
    '1,170 invoices',
  ]);
  expect(plural(2, 'person', 'people')).toBe('2 people');
});

test('lists', () => {
  expect(listInWords([])).toBe('');
  expect(listInWords(['a'])).toBe('a');
  expect(listInWords(['a', 'b'])).toBe('a and b');
  expect(listInWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

test('a month that does not exist has no name', () => {
  expect(() => monthName(13)).toThrow(RangeError);
});

describe('days from today', () => {
  const today = Temporal.PlainDate.from('2026-06-15');
  test.each([
    ['2026-06-15', 'today'],
    ['2026-06-16', 'tomorrow'],
    ['2026-06-14', 'yesterday'],
    ['2026-06-18', 'in 3 days'],
    ['2026-06-28', 'in 13 days'],
    ['2026-06-29', 'in 2 weeks'],
    ['2026-06-01', '2 weeks ago'],
    ['2026-08-14', 'in 8 weeks'],
    ['2026-08-15', 'in 8 weeks'],
    ['2026-08-16', 'in 2 months'],
    ['2027-06-15', 'in 12 months'],
    ['2026-03-15', '3 months ago'],
  ])('%s: %s', (date, words) => {
    expect(relativeDayInWords(Temporal.PlainDate.from(date), today)).toBe(words);
  });

  test('never counts one of anything beyond tomorrow, nor none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70, max: 70 }), fc.integer({ min: 0, max: 1500 }), (days, from) => {
        const start = today.add({ days: from });
        const words = relativeDayInWords(start.add({ days }), start);
        expect(words).not.toMatch(/\b[01] (?:day|week|month)/);
      }),
      { numRuns: 2000 },
    );
  });
});
