import fc from 'fast-check';
import { checkFeedback, feedbackTotals, ratedQuestions, ratings, recommends } from './feedback.js';

const input = {
  overall: '4',
  programme: '5',
  organisation: '',
  journey: '1',
  recommend: 'maybe',
  best: ' The dairy ',
  toChange: '',
};

describe('what somebody says of a visit', () => {
  it('is taken as it was said', () => {
    expect(checkFeedback(input)).toEqual({
      ok: true,
      value: {
        overall: 4,
        programme: 5,
        organisation: null,
        journey: 1,
        recommend: 'maybe',
        best: 'The dairy',
        toChange: '',
      },
    });
  });

  it.each([
    ['overall', ''],
    ['overall', '6'],
    ['programme', '0'],
    ['journey', '2.5'],
    ['recommend', 'never'],
    ['best', 'x'.repeat(4001)],
  ])('needs attention at %s where it is “%s”', (field, value) => {
    const checked = checkFeedback({ ...input, [field]: value });
    expect(checked.ok ? [] : checked.problems.map((problem) => problem.field)).toEqual([field]);
  });
});

describe('what all say', () => {
  const mark = fc.constantFrom(...ratings);
  const answer = fc.record({
    overall: mark,
    programme: fc.option(mark),
    organisation: fc.option(mark),
    journey: fc.option(mark),
    recommend: fc.constantFrom(...recommends),
  });

  it('is counted whole, and on average between the lowest and the highest mark', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (all) => {
        const totals = feedbackTotals(all);
        const { yes, maybe, no } = totals.recommend;
        expect(yes + maybe + no).toBe(all.length);
        for (const { question, answers, counts, average } of totals.ratings) {
          const given = all.map((one) => one[question]).filter((one) => one !== null);
          expect(answers).toBe(given.length);
          expect(counts.reduce((one, other) => one + other, 0)).toBe(given.length);
          if (average === null) expect(given).toEqual([]);
          else {
            const exact = given.reduce<number>((one, other) => one + other, 0) / given.length;
            expect(Math.abs(average - exact)).toBeLessThanOrEqual(0.05 + 1e-9);
          }
        }
        expect(totals.ratings.map(({ question }) => question)).toEqual(ratedQuestions);
      }),
    );
  });
});
