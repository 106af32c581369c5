import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { MemberCategory, PlaceKind, ReservedKind } from '../../visits/domain/visit.js';
import { reservedFor, reservedInAll } from './places.js';
import { select, type Candidate, type Outcome, type SelectionInput } from './select.js';

const seed = '9f86d081884c7d659a2feaa0c55ad015';

const candidate = (code: string, different: Partial<Candidate> = {}): Candidate => ({
  code,
  organisation: null,
  category: null,
  eligible: [],
  score: { weighted: 10, assessors: 1 },
  ...different,
});

const scored = (code: string, weighted: number, different: Partial<Candidate> = {}): Candidate =>
  candidate(code, { score: { weighted, assessors: 1 }, ...different });

const input = (
  candidates: readonly Candidate[],
  different: Partial<SelectionInput> = {},
): SelectionInput => ({
  places: 2,
  organisationLimit: null,
  categoryLimits: [],
  reserved: [],
  releaseUnfilled: false,
  method: 'score',
  seed,
  candidates,
  ...different,
});

const brief = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ code, outcome, countsAs, position, reason }) => [
    code,
    outcome === 'place' ? countsAs : position,
    reason.code,
  ]);

describe('a selection', () => {
  it('gives places to the highest scores, and the others an order', () => {
    const all = [scored('A', 9), scored('B', 12), scored('C', 11), scored('D', 3)];
    expect(brief(select(input(all)))).toEqual([
      ['B', 'general', 'general-place'],
      ['C', 'general', 'general-place'],
      ['A', 1, 'no-place-left'],
      ['D', 2, 'no-place-left'],
    ]);
  });

  it('passes over whoever would exceed the limit of their organisation or category', () => {
    const all = [
      scored('A', 12, { organisation: 'bury', category: 'full' }),
      scored('B', 11, { organisation: 'bury', category: 'full' }),
      scored('C', 10, { organisation: 'leeds', category: 'full' }),
      scored('D', 9, { category: 'associate' }),
    ];
    const limits = { organisationLimit: 1, categoryLimits: [{ category: 'associate', most: 0 }] } as const;
    const outcomes = select(input(all, { places: 3, ...limits }));
    expect(brief(outcomes)).toEqual([
      ['A', 'general', 'general-place'],
      ['B', 1, 'organisation-limit'],
      ['C', 'general', 'general-place'],
      ['D', 2, 'category-limit'],
    ]);
    expect(outcomes[1]?.reason).toEqual({ code: 'organisation-limit', most: 1 });
    expect(outcomes[3]?.reason).toEqual({ code: 'category-limit', category: 'associate', most: 0 });
  });

  it('fills reserved places first, in their order, and keeps those for which nobody is left', () => {
    const all = [
      scored('A', 12),
      scored('B', 11),
      scored('N', 2, { eligible: ['newcomer'] }),
      scored('M', 1, { eligible: ['newcomer'] }),
    ];
    const reserved = [
      { kind: 'press', places: 1 },
      { kind: 'newcomer', places: 1 },
    ] as const;
    expect(brief(select(input(all, { places: 3, reserved })))).toEqual([
      ['A', 'general', 'general-place'],
      ['B', 1, 'no-place-left'],
      ['N', 'newcomer', 'reserved-place'],
      ['M', 2, 'no-place-left'],
    ]);
    expect(select(input(all, { places: 3, reserved }))[1]?.reason).toEqual({
      code: 'no-place-left',
      given: 2,
      kept: 1,
    });
    expect(brief(select(input(all, { places: 3, reserved, releaseUnfilled: true })))).toEqual([
      ['A', 'general', 'general-place'],
      ['B', 'general', 'released-place'],
      ['N', 'newcomer', 'reserved-place'],
      ['M', 1, 'no-place-left'],
    ]);
  });

  it('decides by the draw between those with the same score, and says so', () => {
    const all = [scored('A', 9), scored('B', 9), scored('C', 12), scored('D', 3)];
    const outcomes = select(input(all));
    const first = ['A', 'B'].toSorted((one, other) => (sha(one) < sha(other) ? -1 : 1));
    expect(outcomes.map(({ code }) => code)).toEqual(['C', ...first, 'D']);
    expect(outcomes.map(({ tied }) => tied)).toEqual([false, true, true, false]);
  });

  it('goes by the draw alone where that is the method, whatever the scores', () => {
    const all = [scored('A', 9), candidate('B', { score: null }), scored('C', 12)];
    const order = ['A', 'B', 'C'].toSorted((one, other) => (sha(one) < sha(other) ? -1 : 1));
    const outcomes = select(input(all, { method: 'draw' }));
    expect(outcomes.map(({ code }) => code)).toEqual(order);
    expect(outcomes.map(({ rank, drawn }) => [rank, drawn])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('is not made from what is not complete', () => {
    const none = candidate('A', { score: null });
    expect(() => select(input([none, scored('B', 1)]))).toThrow('without a score');
    expect(() => select(input([scored('B', 1), scored('B', 2)]))).toThrow('comes twice');
    expect(select(input([]))).toEqual([]);
  });
});

const sha = (code: string) => createHash('sha256').update(`${seed}:${code}`).digest('hex');

const categories: readonly MemberCategory[] = ['full', 'associate', 'affiliate'];

const candidates = fc
  .array(
    fc.record({
      organisation: fc.constantFrom(null, 'bury', 'leeds', 'oldham'),
      category: fc.constantFrom(null, ...categories),
      eligible: fc.subarray<ReservedKind>(['press', 'newcomer']),
      score: fc.record({
        weighted: fc.integer({ min: 0, max: 12 }),
        assessors: fc.integer({ min: 1, max: 3 }),
      }),
    }),
    { maxLength: 24 },
  )
  .map((all) => all.map((each, index): Candidate => ({ ...each, code: `C${index}` })));

const inputs: fc.Arbitrary<SelectionInput> = fc
  .record({
    candidates,
    places: fc.integer({ min: 1, max: 14 }),
    organisationLimit: fc.option(fc.integer({ min: 1, max: 5 })),
    categoryLimits: fc
      .subarray([...categories])
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((category) => fc.integer({ min: 0, max: 6 }).map((most) => ({ category, most }))),
        ),
      ),
    reserved: fc
      .shuffledSubarray<ReservedKind>(['press', 'newcomer'])
      .chain((kinds) =>
        fc.tuple(...kinds.map((kind) => fc.integer({ min: 1, max: 4 }).map((places) => ({ kind, places })))),
      ),
    releaseUnfilled: fc.boolean(),
    method: fc.constantFrom('score' as const, 'draw' as const),
    seed: fc.stringMatching(/^[0-9a-f]{32}$/),
  })
  .filter(({ reserved, places }) => reservedInAll({ reserved }) <= places);

/**
 * The selection once more, written another way: it takes round by round whoever is the first that nothing speaks against, and
 * counts from the list of those who have a place each time anew.
 */
function selectedAgain(given: SelectionInput): {
  readonly placed: Map<string, PlaceKind>;
  readonly waiting: string[];
} {
  const hash = (code: string) => createHash('sha256').update(`${given.seed}:${code}`).digest('hex');
  const value = ({ score }: Candidate) => (score?.weighted ?? 0) * (60 / (score?.assessors ?? 1));
  const better = (one: Candidate, other: Candidate) =>
    given.method === 'score' && value(one) !== value(other)
      ? value(one) > value(other)
      : hash(one.code) < hash(other.code);
  const placed = new Map<string, PlaceKind>();
  const have = (is: (who: Candidate, kind: PlaceKind) => boolean) =>
    given.candidates.filter((who) => {
      const kind = placed.get(who.code);
      return kind !== undefined && is(who, kind);
    }).length;
  const stopped = (who: Candidate) =>
    have(() => true) >= given.places ||
    (who.organisation !== null &&
      have(({ organisation }) => organisation === who.organisation) >=
        (given.organisationLimit ?? Infinity)) ||
    given.categoryLimits.some(
      ({ category, most }) =>
        category === who.category && have((other) => other.category === category) >= most,
    );
  const firstOf = (may: (who: Candidate) => boolean) => {
    let first: Candidate | undefined;
    for (const who of given.candidates)
      if (!placed.has(who.code) && may(who) && !stopped(who) && (!first || better(who, first))) first = who;
    return first;
  };
  for (const { kind, places } of given.reserved)
    for (let left = places; left > 0; left -= 1) {
      const who = firstOf(({ eligible }) => eligible.includes(kind));
      if (who !== undefined) placed.set(who.code, kind);
    }
  const open = given.releaseUnfilled ? Infinity : given.places - reservedInAll(given);
  while (have((_, kind) => kind === 'general') < open) {
    const who = firstOf(() => true);
    if (who === undefined) break;
    placed.set(who.code, 'general');
  }
  const waiting = given.candidates
    .filter(({ code }) => !placed.has(code))
    .toSorted((one, other) => (better(one, other) ? -1 : 1))
    .map(({ code }) => code);
  return { placed, waiting };
}

const byCode = (given: SelectionInput) => new Map(given.candidates.map((each) => [each.code, each]));
const placedOf = (outcomes: readonly Outcome[]) => outcomes.filter(({ outcome }) => outcome === 'place');

describe('any selection', () => {
  it('comes out the same in a second implementation', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const outcomes = select(given);
        const again = selectedAgain(given);
        const places = new Map(placedOf(outcomes).map(({ code, countsAs }) => [code, countsAs]));
        expect(places).toEqual(again.placed);
        const reserves = outcomes.filter(({ outcome }) => outcome === 'reserve');
        expect(reserves.map(({ code }) => code)).toEqual(again.waiting);
        expect(reserves.map(({ position }) => position)).toEqual(again.waiting.map((_, index) => index + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('never exceeds a limit, nor gives a reserved place to somebody else unless it is released', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const known = byCode(given);
        const placed = placedOf(select(given)).map((each) => ({ ...each, who: known.get(each.code) }));
        const count = (is: (each: (typeof placed)[number]) => boolean) => placed.filter(is).length;
        expect(placed.length).toBeLessThanOrEqual(given.places);
        for (const name of ['bury', 'leeds', 'oldham'])
          expect(count(({ who }) => who?.organisation === name)).toBeLessThanOrEqual(
            given.organisationLimit ?? given.places,
          );
        for (const { category, most } of given.categoryLimits)
          expect(count(({ who }) => who?.category === category)).toBeLessThanOrEqual(most);
        for (const { kind } of given.reserved)
          expect(count(({ countsAs }) => countsAs === kind)).toBeLessThanOrEqual(reservedFor(given, kind));
        for (const { who, countsAs } of placed)
          if (countsAs !== null && countsAs !== 'general') expect(who?.eligible).toContain(countsAs);
        if (!given.releaseUnfilled)
          expect(count(({ countsAs }) => countsAs === 'general')).toBeLessThanOrEqual(
            given.places - reservedInAll(given),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('passes over nobody without a reason that holds', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const known = byCode(given);
        const outcomes = select(given);
        const placed = placedOf(outcomes);
        const alike = (is: (who: Candidate | undefined) => boolean) =>
          placed.filter(({ code }) => is(known.get(code))).length;
        for (const { code, rank, outcome, reason } of outcomes) {
          if (outcome === 'place') continue;
          const own = known.get(code);
          if (reason.code === 'organisation-limit')
            expect(alike((who) => who?.organisation === own?.organisation)).toBe(reason.most);
          else if (reason.code === 'category-limit')
            expect(alike((who) => who?.category === own?.category)).toBe(reason.most);
          else {
            expect(reason).toEqual({
              code: 'no-place-left',
              given: placed.length,
              kept: given.places - placed.length,
            });
            // Whoever has a general place stands before them, and no place of theirs is left.
            const general = placed.filter(({ countsAs }) => countsAs === 'general');
            expect(general.every((other) => other.rank < rank)).toBe(true);
            const open = given.places - (given.releaseUnfilled ? 0 : reservedInAll(given));
            expect(general.length + (given.releaseUnfilled ? placed.length - general.length : 0)).toBe(open);
            for (const { kind } of given.reserved)
              if (own?.eligible.includes(kind))
                expect(placed.filter((other) => other.countsAs === kind && other.rank < rank).length).toBe(
                  reservedFor(given, kind),
                );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes for nobody where one more applies who scores lower and has no reserved place', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(null, 'bury'), (given, organisation) => {
        const all = given.candidates.map((each) => ({ ...each, score: { weighted: 1, assessors: 1 } }));
        const last = candidate('last', { organisation, score: { weighted: 0, assessors: 1 } });
        const before = select({ ...given, candidates: all, method: 'score' });
        const after = select({ ...given, candidates: [last, ...all], method: 'score' });
        const short = (outcomes: readonly Outcome[]) =>
          outcomes.map(({ code, rank, outcome, countsAs, position }) => [
            code,
            rank,
            outcome,
            countsAs,
            position,
          ]);
        expect(short(after).slice(0, -1)).toEqual(short(before));
        expect(after.at(-1)?.code).toBe('last');
      }),
    );
  });

  it('does not hang on the order in which the applications came', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(select({ ...given, candidates: given.candidates.toReversed() })).toEqual(select(given));
      }),
    );
  });
});
