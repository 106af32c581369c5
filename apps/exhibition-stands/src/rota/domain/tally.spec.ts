import fc from 'fast-check';
import { at, samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import type { SetRule } from './answer.js';
import type { RotaProblem } from './problem.js';
import { usualRules } from './problem.js';
import { tallyOf, whyNot } from './reasons.js';
import { readProblem } from './timetable.js';

const ann = samplePerson('ann');
const ben = samplePerson('ben');
const nine = sampleSlot(27, 9);

/** Why Ann may not be in the last slot, too, when she and Ben are where they are said to be. */
function against(about: Partial<RotaProblem>, placements: readonly (readonly [string, string])[]) {
  const timetable = readProblem(sampleProblem({ people: [ann, ben], ...about }));
  const tally = tallyOf(
    timetable,
    placements.map(([person, slot]) => ({ person, slot })),
  );
  const [member, shift] = [timetable.members[0], timetable.shifts.at(-1)];
  if (!member || !shift) throw new Error('Nobody to ask about.');
  return whyNot(timetable, tally, member, shift);
}

describe('a rota as it is being written', () => {
  it('lets somebody in whom no rule keeps out', () => {
    expect(against({ slots: [sampleSlot(27, 9), sampleSlot(27, 10)] }, [['ann', '27-9']])).toEqual([]);
  });

  it.each<[SetRule, Partial<RotaProblem>, readonly (readonly [string, string])[]]>([
    ['overlap', { slots: [nine, { ...nine, id: 'second' }] }, [['ann', '27-9']]],
    [
      'hours-a-day',
      { slots: [nine, sampleSlot(27, 12)], rules: { ...usualRules, maxMinutesPerDay: 60 } },
      [['ann', '27-9']],
    ],
    [
      'in-a-row',
      { slots: [sampleSlot(27, 11), nine, sampleSlot(27, 10)] },
      [
        ['ann', '27-9'],
        ['ann', '27-11'],
      ],
    ],
    ['rest', { slots: [sampleSlot(27, 21), sampleSlot(28, 8)] }, [['ann', '27-21']]],
    [
      'pass-days',
      { slots: [nine, sampleSlot(28, 12)], people: [samplePerson('ann', { mostDays: 1 }), ben] },
      [['ann', '27-9']],
    ],
    [
      'passes-a-day',
      { slots: [nine, sampleSlot(27, 12)], rules: { ...usualRules, passesPerDay: { '2026-09-27': 1 } } },
      [['ben', '27-9']],
    ],
    ['cover', { slots: [nine] }, [['ben', '27-9']]],
    ['lead', { slots: [{ ...nine, need: 2, leads: 1 }] }, [['ben', '27-9']]],
    ['skill', { slots: [{ ...nine, need: 2, skills: ['bsl'] }] }, [['ben', '27-9']]],
    [
      'first-timer',
      {
        slots: [{ ...nine, need: 3 }],
        people: [samplePerson('ann', { experienced: false }), samplePerson('ben', { experienced: false })],
      },
      [],
    ],
  ])('says %s', (rule, about, placements) => {
    expect(against(about, placements)).toEqual([rule]);
  });

  it('names what holds always before what the rest of the rota causes', () => {
    const slots = [nine, { ...nine, id: 'second' }];
    const forbidden = [{ person: 'ann', slot: 'second' }];
    expect(against({ slots, forbidden }, [['ann', '27-9']])).toEqual(['forbidden']);
    expect(against({ slots, settledBefore: at(27, 10) }, [])).toEqual(['past']);
  });

  it('is, once somebody has been taken out, as if they had never been put in', () => {
    const slots = [9, 10, 11].flatMap((hour) => [sampleSlot(27, hour), sampleSlot(28, hour)]);
    const rules = { ...usualRules, passesPerDay: { '2026-09-27': 1, '2026-09-28': 2 } };
    const people = [ann, ben, samplePerson('cas', { experienced: false, mostDays: 1 })];
    const timetable = readProblem(sampleProblem({ people, slots, rules }));
    const all = timetable.members.flatMap((member) => timetable.shifts.map((shift) => ({ member, shift })));
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), fc.nat(), (pairs, number) => {
        const gone = pairs[number % pairs.length];
        const [whole, without] = [pairs, pairs.filter((pair) => pair !== gone)].map((some) =>
          tallyOf(
            timetable,
            some.map(({ member, shift }) => ({ person: member.person.id, slot: shift.slot.id })),
          ),
        );
        if (!gone || !whole || !without) throw new Error('Nobody to take out.');
        expect(whole.remove(gone.member.index, gone.shift.index)).toBe(true);
        expect(whole.remove(gone.member.index, gone.shift.index)).toBe(false);
        for (const { member, shift } of all)
          expect(whyNot(timetable, whole, member, shift)).toEqual(whyNot(timetable, without, member, shift));
      }),
    );
  });

  it.each([
    [{ slots: [nine, nine] }, 'Two slots have the same id.'],
    [{ slots: [nine], pinned: [{ person: 'zoe', slot: '27-9' }] }, 'No person has the id “zoe”.'],
    [{ slots: [{ ...nine, until: nine.from }] }, 'has no length'],
    [{ slots: [{ ...nine, from: 'nine' }] }, 'is not an instant'],
  ])('is not begun where the problem contradicts itself', (about, words) => {
    expect(() => against(about, [])).toThrow(words);
  });
});
