import fc from 'fast-check';
import { refundPercent, stillCharged } from './refund.js';

const rules = [
  { daysBefore: 30, percent: 50 },
  { daysBefore: 60, percent: 100 },
  { daysBefore: 14, percent: 0 },
];

describe('what somebody need not pay who withdraws', () => {
  it.each([
    ['2027-01-14', 100],
    ['2027-01-15', 50],
    ['2027-02-13', 50],
    ['2027-02-14', 0],
    ['2027-03-14', 0],
    ['2027-03-15', 0],
    ['2027-04-01', 0],
  ])('on %s is %i per cent, of a visit that begins on 15 March', (today, percent) => {
    expect(refundPercent(rules, '2027-03-15', today)).toBe(percent);
  });

  it('counts 29 February as a day', () => {
    expect(refundPercent([{ daysBefore: 30, percent: 80 }], '2028-03-15', '2028-02-14')).toBe(80);
    expect(refundPercent([{ daysBefore: 30, percent: 80 }], '2028-03-15', '2028-02-15')).toBe(0);
    expect(refundPercent([{ daysBefore: 30, percent: 80 }], '2027-03-15', '2027-02-13')).toBe(80);
  });

  it('is nothing where nothing is stated', () => {
    expect(refundPercent([], '2027-03-15', '2026-03-15')).toBe(0);
  });

  it('leaves whole pence to pay, never more than the price nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (price, percent) => {
          const left = stillCharged(price, percent);
          expect(Number.isInteger(left) && left >= 0 && left <= price).toBe(true);
          expect(left * 100).toBeGreaterThanOrEqual(price * (100 - percent));
          expect((left - 1) * 100).toBeLessThan(price * (100 - percent) + 1);
        },
      ),
    );
    expect(stillCharged(999, 50)).toBe(500);
  });
});
