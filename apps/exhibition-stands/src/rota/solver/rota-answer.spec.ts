import { readProblem } from '../domain/timetable.js';
import { samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { answerOf, RotaMistakeError, type SearchResult } from './rota-answer.js';

const timetable = readProblem(
  sampleProblem({ people: [samplePerson('ann')], slots: [9, 10, 11].map((hour) => sampleSlot(27, hour)) }),
);
const annAt = (...slots: readonly string[]) => slots.map((slot) => ({ person: 'ann', slot }));
/** Two of three places covered by somebody who comes on one day. */
const cost = 1000 + 2;
const answer = (about: Partial<SearchResult>) =>
  answerOf(timetable, {
    assignments: annAt('27-9', '27-11'),
    modelObjective: cost,
    bound: cost,
    ended: 'finished',
    seconds: 1,
    ...about,
  });

describe('what a search came to', () => {
  it('is the best where nothing can cost less', () => {
    expect(answer({})).toMatchObject({ status: 'proven', objective: cost, bound: cost, gap: 0 });
  });

  it('is as near to the best as the bound says', () => {
    const found = answer({ bound: 501, ended: 'time' });
    expect(found).toMatchObject({ status: 'within', ended: 'time', objective: cost, bound: 501, gap: 0.5 });
  });

  it('is not used where it breaks a rule, and the mistake says which', () => {
    const broken = () =>
      answer({ assignments: annAt('27-9', '27-10', '27-11'), modelObjective: 2, bound: 2 });
    expect(broken).toThrow(RotaMistakeError);
    expect(broken).toThrow(
      expect.objectContaining({ violations: [expect.objectContaining({ rule: 'in-a-row', person: 'ann' })] }),
    );
  });

  it('is not used where it costs something else than the model says', () => {
    expect(() => answer({ modelObjective: cost - 1 })).toThrow(RotaMistakeError);
    // What does not come from the model is judged by the rules alone.
    expect(answer({ modelObjective: null }).objective).toBe(cost);
  });
});
