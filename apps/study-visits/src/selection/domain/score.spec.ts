import fc from 'fast-check';
import { compareScores, meanInHundredths, mostWeighted, scoreOf, type Score } from './score.js';

const criteria = [
  { id: 'why', weight: 3 },
  { id: 'home', weight: 1 },
];
const given = (why: number, home: number) => [
  { criterionId: 'why', points: why },
  { criterionId: 'home', points: home },
];
const scores = fc.record({
  weighted: fc.integer({ min: 0, max: 500 }),
  assessors: fc.integer({ min: 1, max: 12 }),
});

describe('the score of an application', () => {
  it('is what its assessors gave, each criterion by its weight', () => {
    expect(scoreOf(criteria, [given(5, 2), given(4, 0)])).toEqual({ weighted: 29, assessors: 2 });
    expect(scoreOf(criteria, [])).toBeNull();
    expect(mostWeighted(criteria)).toBe(20);
  });

  it('is none where an assessor left something out', () => {
    expect(() => scoreOf(criteria, [given(5, 2).slice(1)])).toThrow('for each criterion');
  });

  it('is the mean: more assessors alone do not raise it', () => {
    expect(compareScores({ weighted: 20, assessors: 2 }, { weighted: 30, assessors: 3 })).toBe(0);
    expect(compareScores({ weighted: 20, assessors: 2 }, { weighted: 29, assessors: 3 })).toBeLessThan(0);
    // 1/3 three times is 1; in floating point that is not sure.
    expect(compareScores({ weighted: 1, assessors: 3 }, { weighted: 2, assessors: 6 })).toBe(0);
  });

  it('puts any scores in one order', () => {
    const sign = (one: Score, other: Score) => Math.sign(compareScores(one, other));
    fc.assert(
      fc.property(scores, scores, scores, (one, two, three) => {
        expect(sign(one, two) + sign(two, one)).toBe(0);
        if (sign(one, two) <= 0 && sign(two, three) <= 0) expect(sign(one, three)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    [10, 3, 333],
    [20, 3, 667],
    [1, 8, 13],
    [0, 5, 0],
    [40, 2, 2000],
  ])('reads %i by %i as %i hundredths', (weighted, assessors, hundredths) => {
    expect(meanInHundredths({ weighted, assessors })).toBe(hundredths);
  });
});
