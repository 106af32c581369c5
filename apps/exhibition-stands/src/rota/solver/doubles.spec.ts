import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { checkRota } from '../checker/check-rota.js';
import { fillFirstCome } from '../domain/first-come.js';
import type { RotaPlacement, RotaProblem } from '../domain/problem.js';
import { usualRules } from '../domain/problem.js';
import { tallyOf, whyNot } from '../domain/reasons.js';
import { readProblem } from '../domain/timetable.js';
import { samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { solveRota } from './solve-rota.js';

const limit = { seconds: 20 };

/** Slots at any quarter of an hour of one morning, at two stands, so that many are at once or just after one another. */
const slot = (index: number) =>
  fc
    .record({
      quarter: fc.integer({ min: 32, max: 46 }),
      quarters: fc.integer({ min: 2, max: 6 }),
      stand: fc.constantFrom('one', 'two'),
      need: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ quarter, quarters, stand, need }) => {
      const midnight = Temporal.Instant.from('2026-09-27T00:00:00+01:00');
      const at = (count: number) => midnight.add({ minutes: 15 * count }).toString();
      return sampleSlot(27, 9, {
        id: `s${index}`,
        stand,
        need,
        from: at(quarter),
        until: at(quarter + quarters),
      });
    });

/** Four entries, of which some may be one person. */
const problems: fc.Arbitrary<RotaProblem> = fc
  .tuple(
    fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom('wren', 'robin', null))),
    fc
      .integer({ min: 2, max: 6 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => slot(i)))),
    fc.record({
      walkingMinutes: fc.constantFrom(0, 10, 30),
      maxMinutesPerDay: fc.constantFrom(120, 480),
      breakMinutes: fc.constantFrom(30, 60),
    }),
  )
  .map(([identities, slots, rules]) =>
    sampleProblem({
      people: identities.map((identity, index) => samplePerson(`p${index}`, { identity })),
      slots,
      rules: { ...usualRules, ...rules },
    }),
  );

/** The same where nobody is anybody else. */
const apart = (problem: RotaProblem): RotaProblem => ({
  ...problem,
  people: problem.people.map((person) => ({ ...person, identity: null })),
});

/** Whether two entries of one person are in slots between which that person could not walk; by this test’s own reckoning. */
function isInTwoPlaces(problem: RotaProblem, rota: readonly RotaPlacement[]): boolean {
  const placed = rota.map(({ person, slot: id }) => {
    const found = problem.slots.find((each) => each.id === id);
    if (found === undefined) throw new Error('no such slot');
    const { identity = null } = problem.people.find((each) => each.id === person) ?? {};
    return {
      person,
      identity,
      from: Temporal.Instant.from(found.from),
      until: Temporal.Instant.from(found.until),
    };
  });
  const walk = Temporal.Duration.from({ minutes: problem.rules.walkingMinutes });
  return placed.some((one) =>
    placed.some(
      (other) =>
        one.person !== other.person &&
        one.identity !== null &&
        one.identity === other.identity &&
        Temporal.Instant.compare(one.from, other.from) <= 0 &&
        Temporal.Instant.compare(other.from, one.until.add(walk)) < 0,
    ),
  );
}

describe('somebody who is entered twice', () => {
  it('is never in two places, has the hours of one, and costs what the checker says', async () => {
    let mattered = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const answer = await solveRota(problem, limit);
        expect(isInTwoPlaces(problem, answer.assignments)).toBe(false);
        expect(checkRota(problem, answer.assignments).violations).toEqual([]);
        expect(answer.status).toBe('proven');
        const firstCome = fillFirstCome(problem);
        expect(isInTwoPlaces(problem, firstCome)).toBe(false);
        expect(checkRota(problem, firstCome).violations).toEqual([]);
        const asStrangers = await solveRota(apart(problem), limit);
        if (isInTwoPlaces(problem, asStrangers.assignments)) mattered += 1;
      }),
      { numRuns: 40 },
    );
    // Without the rule they would be, again and again.
    expect(mattered).toBeGreaterThan(5);
  });

  it('is found in two places by the checker wherever they are, and nowhere else', () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(problems, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), (problem, pairs) => {
        const { people, slots } = problem;
        const all = pairs.map(([who, where]) => ({
          person: people[who % people.length]?.id ?? '',
          slot: slots[where % slots.length]?.id ?? '',
        }));
        const rota = [...new Map(all.map((each) => [`${each.person} ${each.slot}`, each])).values()];
        const isFound = checkRota(problem, rota).violations.some(({ rule }) => rule === 'twice');
        expect(isFound).toBe(isInTwoPlaces(problem, rota));
        seen[isFound ? 'yes' : 'no'] += 1;
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(20);
  });

  it('is said to be so where somebody asks why they are not in a slot, and by the checker with both slots', () => {
    const problem = sampleProblem({
      people: ['old', 'new'].map((id) => samplePerson(id, { identity: 'wren' })),
      slots: [9, 10].map((hour) => sampleSlot(27, hour)),
    });
    const timetable = readProblem(problem);
    const [, member] = timetable.members;
    const [, shift] = timetable.shifts;
    if (member === undefined || shift === undefined) throw new Error('nobody to ask about');
    const tally = tallyOf(timetable, [{ person: 'old', slot: '27-9' }]);
    expect(whyNot(timetable, tally, member, shift)).toEqual(['twice']);
    const both = [
      { person: 'old', slot: '27-9' },
      { person: 'new', slot: '27-10' },
    ];
    expect(checkRota(problem, both).violations).toEqual([
      { rule: 'twice', person: 'new', slots: ['27-9', '27-10'], day: '2026-09-27' },
    ]);
    // What is over is not judged.
    const over = { ...problem, published: both, settledBefore: '2026-09-28T00:00:00Z' };
    expect(checkRota(over, both).violations).toEqual([]);
  });

  it('has the hours, the rows and the rest of one person', () => {
    const problem = sampleProblem({
      people: ['old', 'new'].map((id) => samplePerson(id, { identity: 'wren', maxMinutesPerDay: 150 })),
      slots: [sampleSlot(27, 9), sampleSlot(27, 14), sampleSlot(27, 21), sampleSlot(28, 7)],
    });
    const rulesOf = (...pairs: readonly (readonly [string, string])[]) =>
      checkRota(
        { ...problem, rules: { ...usualRules, maxConsecutiveSlots: 1, breakMinutes: 300 } },
        pairs.map(([person, slot]) => ({ person, slot })),
      )
        .violations.filter(({ rule }) => rule !== 'unavailable')
        .map(({ rule, slots }) => [rule, slots]);
    expect(rulesOf(['old', '27-9'], ['new', '27-14'], ['old', '27-21'])).toEqual([
      ['hours-a-day', ['27-9', '27-14', '27-21']],
      ['in-a-row', ['27-9', '27-14']],
    ]);
    expect(rulesOf(['old', '27-21'], ['new', '28-7'])).toEqual([['rest', ['27-21', '28-7']]]);
  });
});
