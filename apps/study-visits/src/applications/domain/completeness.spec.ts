import fc from 'fast-check';
import { questions, type Answers } from './application.js';
import { stillMissing } from './completeness.js';

const full = {
  organisationName: 'Rochdale',
  jobTitle: 'Clerk',
  answers: { why: 'To learn', bringBack: 'A report', supporter: 'My manager' },
};

describe('what is still to do before an application can be submitted', () => {
  it('is nothing once all is said', () => {
    expect(stillMissing(full)).toEqual([]);
  });

  it.each([
    [{ organisationName: null }, ['about']],
    [{ jobTitle: null }, ['about']],
    [{ answers: {} }, ['why', 'bringBack', 'supporter']],
    [{ jobTitle: null, answers: { bringBack: 'A report' } }, ['about', 'why', 'supporter']],
  ])('is each step that is not done, in the order of the list: %j', (different, expected) => {
    expect(stillMissing({ ...full, ...different }).map(({ field }) => field)).toEqual(expected);
  });

  it('only ever shrinks as more is answered', () => {
    const answers = fc.record<Record<string, string>>(
      Object.fromEntries(questions.map((question) => [question, fc.constant('said')])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(...questions), (said: Answers, next) => {
        const before = stillMissing({ ...full, answers: said }).length;
        const after = stillMissing({ ...full, answers: { ...said, [next]: 'said' } }).length;
        expect(after).toBe(said[next] === undefined ? before - 1 : before);
      }),
    );
  });
});
