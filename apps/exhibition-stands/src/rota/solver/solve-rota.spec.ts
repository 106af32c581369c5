import fc from 'fast-check';
import { checkRota } from '../checker/check-rota.js';
import type { SetRule } from '../domain/answer.js';
import { fillFirstCome } from '../domain/first-come.js';
import type { RotaPerson, RotaProblem, RotaSlot } from '../domain/problem.js';
import { usualRules } from '../domain/problem.js';
import { tallyOf, whyNot } from '../domain/reasons.js';
import { movesBetween, repairProblem } from '../domain/repair.js';
import { readProblem } from '../domain/timetable.js';
import { at, samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { solveRota } from './solve-rota.js';

const limit = { seconds: 20 };
const hours = fc.integer({ min: 8, max: 20 });
const days = fc.constantFrom(27, 28);
const some = (skills: readonly string[]) => fc.subarray([...skills]);
const spanOf = (day: number, from: number, length: number) => ({
  from: at(day, from),
  until: at(day, Math.min(23, from + length)),
});
const span = fc.tuple(days, hours, fc.integer({ min: 1, max: 12 })).map((parts) => spanOf(...parts));

const person = (index: number): fc.Arbitrary<RotaPerson> =>
  fc.record({
    id: fc.constant(`p${index}`),
    experienced: fc.integer({ min: 0, max: 2 }).map((times) => times > 0),
    skills: some(['lead', 'bsl']),
    available: fc.oneof(
      fc.constant([27, 28].map((day) => spanOf(day, 8, 15))),
      fc.array(
        fc.tuple(span, fc.boolean()).map(([times, preferred]) => ({ ...times, preferred })),
        { maxLength: 3 },
      ),
    ),
    busy: fc.array(span, { maxLength: 1 }),
    passDays: fc.option(some(['2026-09-27', '2026-09-28'])),
    mostDays: fc.option(fc.constant(1)),
    maxMinutesPerDay: fc.option(fc.constantFrom(60, 120)),
    wishedMinutes: fc.option(fc.constantFrom(60, 90, 120)),
  });

/** Slots of two stands on two days, many of them at the same times. */
const slot = (index: number): fc.Arbitrary<RotaSlot> =>
  fc
    .record({
      day: days,
      // From the end of the last one to a morning’s first there is a little less than the rest that is asked for, or as much.
      hour: fc.constantFrom(8, 9, 10, 11, 20, 21),
      stand: fc.constantFrom('one', 'two'),
      need: fc.integer({ min: 1, max: 2 }),
      leads: fc.integer({ min: 0, max: 1 }),
      skills: some(['bsl']),
    })
    .map(({ day, hour, ...about }) => sampleSlot(day, hour, { ...about, id: `s${index}` }));

const several = <T>(one: (index: number) => fc.Arbitrary<T>, min: number, max: number) =>
  fc
    .integer({ min, max })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => one(index))));

const problems: fc.Arbitrary<RotaProblem> = fc
  .tuple(
    several(person, 1, 6),
    several(slot, 1, 8),
    fc.option(fc.integer({ min: 0, max: 3 })),
    fc.nat(),
    fc.nat(),
  )
  .map(([people, slots, passes, who, where]): RotaProblem => ({
    ...sampleProblem({ people, slots }),
    rules: {
      ...usualRules,
      passesPerDay: Object.fromEntries(passes === null ? [] : [['2026-09-27', passes]]),
    },
    forbidden: [{ person: `p${who % people.length}`, slot: `s${where % slots.length}` }],
  }));

describe('the solver', () => {
  it('writes rotas that keep every hard rule, cost what the checker says and are no worse than first come', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const answer = await solveRota(problem, limit);
        const score = checkRota(problem, answer.assignments);
        const firstCome = checkRota(problem, fillFirstCome(problem));
        expect(score.violations).toEqual([]);
        expect(answer.objective).toBe(score.objective);
        expect(answer.status).toBe('proven');
        expect(firstCome.violations).toEqual([]);
        expect(score.objective).toBeLessThanOrEqual(firstCome.objective + 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it('lets those into a rota, one by one, whom the checker would, and nobody else', () => {
    let free = 0;
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 3 }), (problem, every) => {
        const some = fillFirstCome(problem).filter((_, index) => index % every === 0);
        if (checkRota(problem, some).violations.length > 0) return;
        const timetable = readProblem(problem);
        const tally = tallyOf(timetable, some);
        for (const member of timetable.members)
          for (const shift of timetable.shifts) {
            if (tally.membersOf(shift).includes(member)) continue;
            const more = { person: member.person.id, slot: shift.slot.id };
            const isFree = whyNot(timetable, tally, member, shift).length === 0;
            free += Number(isFree);
            expect([more, isFree]).toEqual([
              more,
              checkRota(problem, [...some, more]).violations.length === 0,
            ]);
          }
      }),
    );
    expect(free).toBeGreaterThan(0);
  });

  it('repairs a rota around what is past, at no more than leaving the gap costs', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.nat(), async (problem, which) => {
        const { assignments } = await solveRota(problem, limit);
        const gone = assignments[which % Math.max(1, assignments.length)];
        const happened = { current: assignments, now: at(27, 10), dropped: gone ? [gone] : [] };
        const isPast = gone && problem.slots.some(({ id, from }) => id === gone.slot && from < at(27, 10));
        fc.pre(!isPast);
        const repaired = repairProblem(problem, happened);
        const answer = await solveRota(repaired, limit);
        const score = checkRota(repaired, answer.assignments);
        expect(score.violations).toEqual([]);
        expect(answer.objective).toBe(score.objective);
        expect(answer.status).toBe('proven');
      }),
      { numRuns: 12 },
    );
  });

  it('finds the cheapest rota of all on problems small enough to try every one', async () => {
    const small = fc
      .tuple(several(person, 2, 2), several(slot, 3, 4))
      .map(([people, slots]) => sampleProblem({ people, slots }));
    await fc.assert(
      fc.asyncProperty(small, async (problem) => {
        const pairs = problem.people.flatMap(({ id }) =>
          problem.slots.map((each) => ({ person: id, slot: each.id })),
        );
        let best = Infinity;
        for (let choice = 0; choice < 2 ** pairs.length; choice += 1) {
          const { violations, objective } = checkRota(
            problem,
            pairs.filter((_, index) => (choice >> index) % 2 === 1),
          );
          if (violations.length === 0) best = Math.min(best, objective);
        }
        expect((await solveRota(problem, limit)).objective).toBeCloseTo(best, 6);
      }),
      { numRuns: 6 },
    );
  });

  it('spreads kinds of people over stands that are open at the same time', async () => {
    const people = [true, true, false, false].map((experienced, index) =>
      samplePerson(`p${index}`, { experienced }),
    );
    const slots = ['one', 'two'].map((stand) => sampleSlot(27, 9, { id: stand, stand, need: 2 }));
    const { short, violations } = await solveRota(sampleProblem({ people, slots }), limit);
    expect({ short, violations }).toEqual({ short: [], violations: [] });
  });

  it('keeps pins and says why pins cannot be kept', async () => {
    const people = [samplePerson('ann'), samplePerson('ben')];
    const slots = [9, 10, 11].map((hour) => sampleSlot(27, hour));
    const pinned = slots.map(({ id }) => ({ person: 'ann', slot: id }));
    const kept = await solveRota(sampleProblem({ people, slots, pinned: pinned.slice(1) }), limit);
    expect(kept.assignments).toEqual(expect.arrayContaining(pinned.slice(1)));
    const answer = await solveRota(sampleProblem({ people, slots, pinned }), limit);
    expect(answer.status).toBe('infeasible');
    expect(answer.conflicts).toEqual([expect.objectContaining({ rule: 'in-a-row', person: 'ann' })]);
    const away = await solveRota(
      sampleProblem({ people, slots: [sampleSlot(29, 9)], pinned: [{ person: 'ann', slot: '29-9' }] }),
      limit,
    );
    expect(away.conflicts).toEqual([
      { rule: 'unavailable', person: 'ann', slots: ['29-9'], day: '2026-09-29' },
    ]);
  });

  it('names the pins that cannot be kept, and none that could be', async () => {
    const people = [samplePerson('ann'), samplePerson('ben'), samplePerson('cat', { experienced: false })];
    const slots = [9, 10, 11].map((hour) => sampleSlot(27, hour)).concat(sampleSlot(28, 9, { need: 2 }));
    const pinned = slots.slice(0, 3).map(({ id }) => ({ person: 'ann', slot: id }));
    // By herself she would break a rule, but Ben can be beside her.
    const beside = { person: 'cat', slot: '28-9' };
    const { conflicts } = await solveRota(
      sampleProblem({ people, slots, pinned: [...pinned, beside] }),
      limit,
    );
    expect(conflicts.map(({ rule, person }) => [rule, person])).toEqual([['in-a-row', 'ann']]);
  });

  it('uses all that the rules just allow', async () => {
    const ann = samplePerson('ann', { maxMinutesPerDay: 180 });
    const [from, until] = ['2026-09-27T13:30:00+01:00', '2026-09-27T14:30:00+01:00'];
    // Half an hour apart, three hours in a day, eleven hours before the next.
    const slots = [
      sampleSlot(27, 12),
      sampleSlot(27, 13, { from, until }),
      sampleSlot(27, 20),
      sampleSlot(28, 8),
    ];
    const rules = { ...usualRules, maxConsecutiveSlots: 1 };
    const problem = sampleProblem({ people: [ann], slots, rules });
    expect((await solveRota(problem, limit)).short).toEqual([]);
    expect(fillFirstCome(problem)).toHaveLength(slots.length);
  });

  it.each<[SetRule, Partial<RotaProblem>, Partial<RotaPerson>?]>([
    ['overlap', { slots: [sampleSlot(27, 9), sampleSlot(27, 9, { id: 'other', stand: 'other' })] }],
    ['hours-a-day', { slots: [sampleSlot(27, 9), sampleSlot(27, 13)] }, { maxMinutesPerDay: 119 }],
    ['in-a-row', { slots: [9, 10, 11].map((hour) => sampleSlot(27, hour)) }],
    ['rest', { slots: [sampleSlot(27, 21), sampleSlot(28, 8)] }],
    ['pass-days', { slots: [sampleSlot(27, 9), sampleSlot(28, 12)] }, { mostDays: 1 }],
    ['lead', { slots: [sampleSlot(27, 9, { leads: 1 })] }],
    ['skill', { slots: [sampleSlot(27, 9, { skills: ['bsl'] })] }],
    ['first-timer', { slots: [sampleSlot(27, 9)] }, { experienced: false }],
  ])('leaves a place open where somebody alone would break “%s”', async (rule, about, ann = {}) => {
    const problem = sampleProblem({ people: [samplePerson('ann', ann)], ...about });
    const { short, reasons } = await solveRota(problem, limit);
    expect(short.map(({ places }) => places)).toEqual([1]);
    expect(reasons.short[0]?.people).toEqual([{ id: 'ann', why: [rule] }]);
  });

  it('is fair however many places nobody can cover', async () => {
    const people = [samplePerson('ann'), samplePerson('ben')];
    const covered = [9, 10, 12, 13].map((hour) => sampleSlot(27, hour));
    const problem = sampleProblem({ people, slots: [...covered, sampleSlot(29, 9, { need: 1000 })] });
    const { status, assignments } = await solveRota(problem, limit);
    expect([status, checkRota(problem, assignments).parts]).toMatchObject([
      'proven',
      { fairness: 0, days: 4 },
    ]);
  });

  it('keeps all pins or explains why not', async () => {
    const some = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });
    const tally = { possible: 0, impossible: 0 };
    await fc.assert(
      fc.asyncProperty(problems, some, fc.boolean(), async (problem, pins, isOfARota) => {
        const { people, slots } = problem;
        // Few pins at random can be kept at all; those of a rota can.
        const rota = isOfARota ? fillFirstCome(problem) : [];
        const pinned = pins.flatMap(([who, where]) => {
          const [one, other] = [people[who % people.length], slots[where % slots.length]];
          const kept = rota[who % rota.length];
          return kept ? [kept] : one && other ? [{ person: one.id, slot: other.id }] : [];
        });
        const answer = await solveRota({ ...problem, pinned }, limit);
        tally[answer.status === 'infeasible' ? 'impossible' : 'possible'] += 1;
        if (rota.length > 0) expect(answer.status).not.toBe('infeasible');
        if (answer.status === 'infeasible') {
          expect(answer.conflicts).not.toEqual([]);
          expect(answer.assignments).toEqual([]);
        } else {
          expect(answer.assignments).toEqual(expect.arrayContaining(pinned));
          expect(checkRota({ ...problem, pinned }, answer.assignments).violations).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    // Both have come up, and not just now and then.
    expect(Math.min(tally.possible, tally.impossible)).toBeGreaterThan(2);
  });

  it('says why a slot is short', async () => {
    const people = [samplePerson('ann', { available: [] }), samplePerson('ben', { passDays: [] })];
    const { short, reasons } = await solveRota(sampleProblem({ people, slots: [sampleSlot(27, 9)] }), limit);
    expect(short).toEqual([{ slot: '27-9', places: 1 }]);
    expect(reasons.short).toEqual([
      {
        slot: '27-9',
        people: [
          { id: 'ann', why: ['unavailable'] },
          { id: 'ben', why: ['no-pass'] },
        ],
      },
    ]);
  });

  it('has an answer where there is nothing to decide', async () => {
    const nothing = {
      status: 'proven',
      ended: 'finished',
      objective: 0,
      bound: 0,
      assignments: [],
      short: [],
    };
    expect(await solveRota(sampleProblem({}), limit)).toMatchObject(nothing);
    expect(await solveRota(sampleProblem({ people: [samplePerson('ann')] }), limit)).toMatchObject(nothing);
    expect(await solveRota(sampleProblem({ slots: [sampleSlot(27, 9)] }), limit)).toMatchObject({
      status: 'proven',
      objective: 1000,
      short: [{ slot: '27-9', places: 1 }],
    });
  });

  it('answers with what it has when it is cancelled', async () => {
    const people = Array.from({ length: 12 }, (_, index) => samplePerson(`p${index}`));
    const slots = [27, 28].flatMap((day) =>
      [9, 10, 11, 12, 13].map((hour) => sampleSlot(day, hour, { need: 3 })),
    );
    const problem = sampleProblem({ people, slots });
    const answer = await solveRota(problem, { ...limit, reasonToEnd: () => 'cancelled' });
    expect(['cancelled', 'finished']).toContain(answer.ended);
    expect(checkRota(problem, answer.assignments).violations).toEqual([]);
  });

  it('moves only those who have to when somebody drops out', async () => {
    const people = ['ann', 'ben', 'cat'].map((id) => samplePerson(id));
    const slots = [9, 11, 13, 15].map((hour) => sampleSlot(27, hour));
    const problem = sampleProblem({ people, slots });
    const { assignments } = await solveRota(problem, limit);
    const dropped = assignments.filter(({ slot }) => slot === '27-13');
    const repaired = repairProblem(problem, { current: assignments, now: at(27, 10), dropped });
    const moves = movesBetween(repaired.published ?? [], (await solveRota(repaired, limit)).assignments);
    expect(moves.gone).toEqual([]);
    expect(moves.added).toEqual([expect.objectContaining({ slot: '27-13' })]);
  });
});
