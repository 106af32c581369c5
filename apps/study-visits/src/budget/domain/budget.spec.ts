import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted } from '#checks';
import { balanceOf, checkBudgetLine, perHead, totalsByCategory, totalsOf } from './budget.js';

const line = (plannedPence: number | null, actualPence: number | null, fundedPence = 0) => ({
  plannedPence,
  actualPence,
  fundedPence,
});

describe('a budget', () => {
  it('comes to what is planned, what is spent, and what is expected where something is not known yet', () => {
    expect(totalsOf([line(100_000, 120_050), line(200_000, null, 25_000), line(null, 1_000)])).toEqual({
      plannedPence: 300_000,
      actualPence: 121_050,
      expectedPence: 321_050,
      fundedPence: 25_000,
    });
  });

  it('has a total for each category that has a line, in their order', () => {
    const rooms = { ...line(200, null), category: 'rooms' } as const;
    const travel = { ...line(100, 110), category: 'travel' } as const;
    expect(
      totalsByCategory([rooms, travel, rooms]).map((each) => [each.category, each.plannedPence]),
    ).toEqual([
      ['travel', 100],
      ['rooms', 400],
    ]);
  });

  it('is divided to the nearest penny, half a penny up, and by nobody not at all', () => {
    expect(perHead(350_000, 3)).toBe(116_667);
    expect(perHead(100, 3)).toBe(33);
    expect(perHead(5, 2)).toBe(3);
    expect(perHead(0, 7)).toBe(0);
    expect(perHead(100, 0)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 1, max: 500 }),
        (pence, heads) => {
          const each = perHead(pence, heads) ?? NaN;
          expect(Number.isInteger(each)).toBe(true);
          expect(Math.abs(each * heads - pence) * 2).toBeLessThanOrEqual(heads);
        },
      ),
    );
  });

  it('stands against what delegates pay, those in funded places nothing, and what others give', () => {
    const balance = balanceOf({
      lines: [line(350_000, 370_050, 25_000)],
      pricePence: 100_000,
      places: 4,
      fundedPlaces: 1,
      delegates: 2,
      fundedDelegates: 1,
    });
    expect(balance).toMatchObject({
      plannedPerPlace: 87_500,
      expectedPerDelegate: 185_025,
      fundedPerDelegate: 12_500,
      plannedIncome: 300_000,
      expectedIncome: 100_000,
      planned: -25_000,
      expected: -245_050,
    });
  });
});

describe('a line of it', () => {
  const given = {
    category: 'travel',
    description: ' Flights ',
    plannedPence: accepted<number | null>(100),
    actualPence: accepted<number | null>(null),
    fundedPence: accepted<number | null>(null),
    fundedBy: '',
  };
  const codes = (change: Partial<typeof given>) => {
    const checked = checkBudgetLine({ ...given, ...change });
    return checked.ok ? checked.value : checked.problems.map(({ field, code }) => `${field} ${code}`);
  };

  it('is tidied', () => {
    expect(codes({})).toMatchObject({ description: 'Flights', fundedPence: 0, fundedBy: '' });
  });

  it('says something, of a category that there is, and who gives how much', () => {
    expect(codes({ category: 'gold', description: ' ' })).toEqual([
      'category unknown-choice',
      'description missing',
    ]);
    expect(codes({ plannedPence: accepted(null) })).toEqual(['plannedPence missing']);
    expect(codes({ plannedPence: accepted(null), actualPence: accepted(0) })).toMatchObject({
      actualPence: 0,
    });
    expect(codes({ fundedPence: accepted(1) })).toEqual(['fundedBy missing']);
    expect(codes({ fundedBy: 'A trust' })).toEqual(['fundedPence missing']);
  });
});
