import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted } from '#checks';
import { totalsInWords } from '../in-words.js';
import { checkCost, totalsOf } from './cost.js';

const input = { category: 'print', description: 'Banner' };
const check = (budget: number | null, actual: number | null, paidOn: string | null = null) => {
  const checked = checkCost({
    ...input,
    budgetPence: accepted(budget),
    actualPence: accepted(actual),
    paidOn: accepted(paidOn),
  });
  return checked.ok ? 'fine' : checked.problems.map(({ field }) => field);
};

describe('costs', () => {
  it('say what something may cost or did, and when it was paid', () => {
    expect(check(1, null)).toBe('fine');
    expect(check(null, 1, '2027-01-01')).toBe('fine');
    expect(check(0, 0)).toBe('fine');
    expect(check(null, null)).toEqual(['budgetPence']);
    expect(check(1, null, '2027-01-01')).toEqual(['actualPence']);
    expect(check(1, 1, '1027-01-01')).toEqual(['paidOn']);
  });

  it('are expected to be what they were, or what was budgeted', () => {
    const pence = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.record({ budgetPence: pence, actualPence: pence })), (costs) => {
        const totals = totalsOf(costs);
        const known = costs.filter(({ actualPence }) => actualPence !== null);
        const unknown = costs.filter(({ actualPence }) => actualPence === null);
        expect(totals.actualPence).toBe(totalsOf(known).actualPence);
        expect(totals.expectedPence).toBe(totals.actualPence + totalsOf(unknown).budgetPence);
      }),
    );
  });

  it('are said to be over budget, to come to be, or not', () => {
    const words = (budgetPence: number, actualPence: number, expectedPence: number) =>
      totalsInWords({ budgetPence, actualPence, expectedPence });
    expect(words(100, 150, 150)).toBe('£0.50 over budget: £1.50 of £1.00 is spent.');
    expect(words(100, 50, 150)).toBe(
      '£0.50 of £1.00 is spent. With what is still to come, it will be £0.50 over budget.',
    );
    expect(words(100, 50, 90)).toBe('£0.50 of £1.00 is spent. £0.10 is not needed as things stand.');
    expect(words(100, 100, 100)).toBe('£1.00 of £1.00 is spent. £0.00 is not needed as things stand.');
  });
});
