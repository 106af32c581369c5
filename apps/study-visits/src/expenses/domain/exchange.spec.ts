import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencyCodes, digitsOf } from './currencies.js';
import { checkPerPound, millionthsOf, penceOf, rateOn } from './exchange.js';

const rateText = fc
  .bigInt({ min: 10_000n, max: 9_999_999_999_999n })
  .map((value) => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`);
const minor = fc.integer({ min: 0, max: 1_000_000_000 });

describe('a sum in pence', () => {
  it.each([
    // €11.70 at £1 = €1.17 is £10.00.
    [1170, 'EUR', '1.17', 1000],
    // 1 cent at £1 = €2 is half a penny: to the even one, which is none.
    [1, 'EUR', '2', 0],
    // 3 cents are a penny and a half: to the even one, which is 2; 5 are two and a half, which is 2 as well.
    [3, 'EUR', '2', 2],
    [5, 'EUR', '2', 2],
    // A little more than the half goes up.
    [500_001, 'EUR', '200000', 3],
    // ¥1,900 at £1 = ¥190 is £10.00, as yen have no smaller units.
    [1900, 'JPY', '190', 1000],
    // 1.000 dinar has a thousand of them.
    [4000, 'TND', '4', 100],
    [1234, 'GBP', null, 1234],
  ] as const)('of %i %s at %s is %i', (amount, currency, rate, pence) => {
    expect(penceOf(amount, currency, rate)).toBe(pence);
  });

  it('is the nearest there is, and of two as near the even one', () => {
    fc.assert(
      fc.property(minor, fc.constantFrom(...currencyCodes), rateText, (amount, currency, rate) => {
        if (currency === 'GBP') return;
        const pence = BigInt(penceOf(amount, currency, rate));
        // Exact: the sum is `above / below` pence. How far off, in parts of `below`?
        const above = BigInt(amount) * 100_000_000n;
        const below = millionthsOf(rate) * 10n ** BigInt(digitsOf(currency));
        const off = above - pence * below;
        const twice = (off < 0n ? -off : off) * 2n;
        expect(twice <= below).toBe(true);
        if (twice === below) expect(pence % 2n).toBe(0n);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not fall where the sum rises', () => {
    fc.assert(
      fc.property(minor, fc.nat(1_000_000), rateText, (amount, more, rate) => {
        expect(penceOf(amount + more, 'EUR', rate)).toBeGreaterThanOrEqual(penceOf(amount, 'EUR', rate));
      }),
    );
  });

  it('is not made up where there is no rate', () => {
    expect(() => penceOf(100, 'EUR', null)).toThrow(RangeError);
    expect(() => penceOf(100, 'EUR', '0')).toThrow(RangeError);
  });
});

describe('the rate of a day', () => {
  const rate = (fromDay: string, currency: 'EUR' | 'CHF' = 'EUR') => ({ currency, fromDay });
  const stated = [rate('2024-03-01'), rate('2024-03-12'), rate('2024-02-01', 'CHF')];

  it.each([
    ['2024-02-29', null],
    ['2024-03-01', '2024-03-01'],
    ['2024-03-11', '2024-03-01'],
    ['2024-03-12', '2024-03-12'],
    ['2025-01-01', '2024-03-12'],
  ])('%s is that from %s', (day, from) => {
    expect(rateOn(stated, 'EUR', day)?.fromDay ?? null).toBe(from);
  });
});

describe('a rate as it is typed', () => {
  it.each([
    ['1.1700', '1.17'],
    [' 1 ', '1'],
    ['19,500.5', '19500.5'],
    ['0.010001', '0.010001'],
    ['007.0', '7'],
  ])('%s is %s', (text, value) => {
    expect(checkPerPound(text, 'perPound')).toEqual({ ok: true, value });
  });

  it.each(['', '0', '0.000000', '0.0099', '-1', '1.1234567', 'much', '12345678', '1.', '1e3'])(
    'is not “%s”',
    (text) => {
      expect(checkPerPound(text, 'perPound')).toMatchObject({ ok: false, problems: [{ field: 'perPound' }] });
    },
  );
});
