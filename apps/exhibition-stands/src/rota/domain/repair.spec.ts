import { at, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { movesBetween, repairProblem } from './repair.js';

const placed = (...names: readonly string[]) =>
  names.map((name) => {
    const [person = '', slot = ''] = name.split(' ');
    return { person, slot };
  });

describe('repairing a rota', () => {
  const problem = sampleProblem({
    slots: [sampleSlot(27, 9), sampleSlot(27, 10)],
    pinned: placed('ann 27-9', 'ben 27-10'),
    forbidden: placed('cat 27-9'),
    published: placed('ann 27-10'),
  });

  it('keeps what people know, but for what cannot be', () => {
    const repair = repairProblem(problem, {
      current: placed('ann 27-9', 'ben 27-10'),
      now: at(27, 10),
      dropped: placed('ben 27-10'),
    });
    expect(repair).toEqual({
      ...problem,
      published: placed('ann 27-9'),
      settledBefore: at(27, 10),
      pinned: placed('ann 27-9'),
      forbidden: placed('cat 27-9', 'ben 27-10'),
    });
  });

  it('says what somebody has to be told', () => {
    const before = placed('ann 27-9', 'ben 27-10');
    expect(movesBetween(before, placed('ben 27-10', 'cat 27-9'))).toEqual({
      gone: placed('ann 27-9'),
      added: placed('cat 27-9'),
    });
    expect(movesBetween(before, before)).toEqual({ gone: [], added: [] });
    // Names that run into each other are still two.
    expect(movesBetween(placed('a b-c'), [{ person: 'a b', slot: 'c' }]).gone).toHaveLength(1);
  });
});
