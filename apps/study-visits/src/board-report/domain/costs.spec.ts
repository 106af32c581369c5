import fc from 'fast-check';
import { budgetCategories } from '../../budget/domain/budget.js';
import { checkBoardReport } from './board-report.js';
import { costsPerHead, organisationsOf } from './costs.js';

describe('what a visit cost for each', () => {
  const pence = fc.integer({ min: 0, max: 5_000_000 });
  const line = fc.record({
    category: fc.constantFrom(...budgetCategories),
    plannedPence: fc.option(pence),
    actualPence: fc.option(pence),
    fundedPence: fc.constant(0),
  });

  it('comes to the whole, to the nearest penny', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (lines, heads) => {
          const costs = costsPerHead(lines, heads);
          const all = costs.at(-1);
          const parts = costs.slice(0, -1);
          expect(all?.category).toBeNull();
          expect(parts.reduce((sum, { actualPence }) => sum + actualPence, 0)).toBe(all?.actualPence);
          for (const { actualPence, actualPerHead } of costs)
            expect(Math.abs((actualPerHead ?? 0) * heads - actualPence) * 2).toBeLessThanOrEqual(heads);
        },
      ),
    );
  });

  it('is of nobody where nobody went', () => {
    const lines = [{ category: 'food', plannedPence: 100, actualPence: 90, fundedPence: 0 }] as const;
    expect(costsPerHead(lines, 0).map(({ actualPerHead }) => actualPerHead)).toEqual([null, null]);
  });
});

describe('who went', () => {
  it('is told by organisation, without leaders', () => {
    const of = (organisationName: string, part: 'delegate' | 'leader' = 'delegate') => ({
      organisationName,
      part,
    });
    expect(organisationsOf([of('B'), of('A'), of('C', 'leader'), of('B')])).toEqual([
      { name: 'B', delegates: 2 },
      { name: 'A', delegates: 1 },
    ]);
  });
});

describe('the report for the board', () => {
  const input = { purpose: '', learned: 'Much.', recommendations: '', cameTrue: [] };

  it('keeps of the risks those that came true, and none of another visit', () => {
    const cameTrue = [
      { riskId: 'a', words: ' Rain. ' },
      { riskId: 'b', words: '' },
      { riskId: 'z', words: 'Not ours.' },
    ];
    expect(checkBoardReport({ ...input, cameTrue }, ['a', 'b'])).toMatchObject({
      ok: true,
      value: { learned: 'Much.', cameTrue: [{ riskId: 'a', words: 'Rain.' }] },
    });
  });

  it('tells at which part attention is needed', () => {
    const long = {
      ...input,
      learned: 'x'.repeat(10_001),
      cameTrue: [{ riskId: 'a', words: 'x'.repeat(2001) }],
    };
    const checked = checkBoardReport(long, ['a']);
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['learned', 'risk-a']);
  });
});
