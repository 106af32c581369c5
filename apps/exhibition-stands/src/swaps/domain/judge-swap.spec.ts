import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkRota, readProblem, type RotaPlacement, type RotaProblem } from '../../rota/index.js';
import { at, samplePerson, sampleProblem, sampleSlot } from '../../rota/testing/sample-problem.js';
import { choicesFor, isAllowed, judgeSwap, swapped, type Exchange, type Held } from './judge-swap.js';

const problem = sampleProblem({
  people: [
    samplePerson('ana', { skills: ['lead'] }),
    samplePerson('ben', { skills: ['lead'], available: [{ from: at(27, 9), until: at(27, 13) }] }),
    samplePerson('cas', { experienced: false }),
    samplePerson('dee', { busy: [{ from: at(27, 10), until: at(27, 11) }], skills: ['bsl'] }),
    samplePerson('eli', { maxMinutesPerDay: 60 }),
  ],
  slots: [
    ...[9, 10, 11, 12].map((hour) => sampleSlot(27, hour, { need: 2, leads: hour === 11 ? 1 : 0 })),
    ...[9, 21].map((hour) => sampleSlot(28, hour, { need: 2, skills: hour === 9 ? ['bsl'] : [] })),
  ],
  forbidden: [{ person: 'eli', slot: '27-12' }],
  pinned: [{ person: 'ana', slot: '28-21' }],
});
const people = problem.people.map(({ id }) => id);
const slots = problem.slots.map(({ id }) => id);

const held = (shift: string, member: string, isLead = false): Held => ({ shift, member, isLead });
const factsOf = (places: readonly Held[], of: RotaProblem = problem) => ({
  timetable: readProblem(of),
  places,
});
const placements = (places: readonly Held[]): RotaPlacement[] =>
  places.map(({ shift, member }) => ({ person: member, slot: shift }));
const keyOf = ({ shift, member }: Held) => `${shift} ${member}`;

/** Rotas in which people are where they please, each shift led by as many as it needs where they can. */
const rotas = fc
  .uniqueArray(fc.record({ shift: fc.constantFrom(...slots), member: fc.constantFrom(...people) }), {
    minLength: 2,
    maxLength: 12,
    selector: ({ shift, member }) => `${shift} ${member}`,
  })
  .map((pairs) =>
    pairs.map(({ shift, member }) => held(shift, member, shift === '27-11' && member === 'ana')),
  );

/** Which two of a rota, by numbers. */
interface Pick {
  readonly first: number;
  readonly second: number;
  readonly isGift: boolean;
  readonly who: number;
}

const picks: fc.Arbitrary<Pick> = fc.record({
  first: fc.nat(),
  second: fc.nat(),
  isGift: fc.boolean(),
  who: fc.nat(),
});

function exchangeIn(places: readonly Held[], pick: Pick): Exchange {
  const given = places[pick.first % places.length] ?? held('', '');
  const taken = places[pick.second % places.length] ?? held('', '');
  return pick.isGift
    ? { asker: given.member, given: given.shift, other: people[pick.who % people.length] ?? '', taken: null }
    : { asker: given.member, given: given.shift, other: taken.member, taken: taken.shift };
}

const leadsIn = (places: readonly Held[], shift: string) =>
  places.filter((place) => place.shift === shift && place.isLead).length;

describe('a swap that is allowed', () => {
  it('breaks no rule more than was broken before, by the checker; nobody is twice in a place, leads are kept', () => {
    let allowed = 0;
    fc.assert(
      fc.property(rotas, picks, (places, pick) => {
        const exchange = exchangeIn(places, pick);
        const facts = factsOf(places);
        if (!isAllowed(judgeSwap(facts, exchange))) return;
        allowed += 1;
        const after = swapped(facts, exchange);
        const [was, is] = [placements(places), placements(after)].map((all) => checkRota(problem, all));
        expect(is?.violations.length ?? 0).toBeLessThanOrEqual(was?.violations.length ?? 0);
        expect(new Set(after.map(keyOf)).size).toBe(after.length);
        for (const slot of slots) {
          const count = (all: readonly Held[]) => all.filter(({ shift }) => shift === slot).length;
          expect(count(after)).toBe(count(places));
          const needed = problem.slots.find(({ id }) => id === slot)?.leads ?? 0;
          expect(leadsIn(after, slot)).toBeGreaterThanOrEqual(Math.min(needed, leadsIn(places, slot)));
        }
        const concerned = after.filter(
          ({ member }) => member === exchange.asker || member === exchange.other,
        );
        for (const one of [exchange.asker, exchange.other]) {
          const own = concerned.filter(({ member }) => member === one).map(({ shift }) => shift);
          expect(new Set(own).size).toBe(own.length);
        }
      }),
      { numRuns: 2000 },
    );
    expect(allowed).toBeGreaterThan(20);
  });

  it('is among the choices, and nothing else is', () => {
    fc.assert(
      fc.property(rotas, fc.nat(), (places, first) => {
        const given = places[first % places.length] ?? held('', '');
        const facts = factsOf(places);
        const own = { asker: given.member, given: given.shift };
        const offered = places.filter(({ member }) => member !== given.member);
        const { exchanges, gifts } = choicesFor(facts, own, offered);
        const all = [
          ...offered.map(({ member, shift }) => ({ ...own, other: member, taken: shift })),
          ...people.filter((id) => id !== given.member).map((other) => ({ ...own, other, taken: null })),
        ];
        expect([...exchanges, ...gifts]).toEqual(all.filter((each) => isAllowed(judgeSwap(facts, each))));
      }),
    );
  });
});

describe('a swap is judged', () => {
  const ask = (places: readonly Held[], exchange: Exchange) => judgeSwap(factsOf(places), exchange);

  it('as if each had gone from what they give', () => {
    const places = [held('27-9', 'ana'), held('27-10', 'eli')];
    // Eli may do an hour a day: for theirs they can have another.
    expect(ask(places, { asker: 'ana', given: '27-9', other: 'eli', taken: '27-10' })).toEqual({
      asker: [],
      other: [],
    });
    expect(ask(places, { asker: 'ana', given: '27-9', other: 'eli', taken: null }).other).toEqual([
      'hours-a-day',
    ]);
  });

  it('for both, each by their own rules', () => {
    const places = [held('27-10', 'ana'), held('27-12', 'dee')];
    expect(ask(places, { asker: 'ana', given: '27-10', other: 'dee', taken: '27-12' })).toEqual({
      asker: [],
      other: ['busy'],
    });
    expect(ask(places, { asker: 'dee', given: '27-12', other: 'ana', taken: '27-10' }).asker).toEqual([
      'busy',
    ]);
    expect(ask(places, { asker: 'ana', given: '27-10', other: 'eli', taken: null }).other).toEqual([]);
    expect(ask(places, { asker: 'dee', given: '27-12', other: 'eli', taken: null }).other).toEqual([
      'forbidden',
    ]);
  });

  it('so that a lead is replaced by a lead, who leads from then on', () => {
    const places = [
      held('27-11', 'ana', true),
      held('27-11', 'eli'),
      held('27-9', 'ben'),
      held('27-12', 'dee'),
    ];
    const withDee = { asker: 'ana', given: '27-11', other: 'dee', taken: '27-12' };
    expect(ask(places, withDee).other).toContain('lead');
    const withBen = { asker: 'ana', given: '27-11', other: 'ben', taken: '27-9' };
    expect(ask(places, withBen)).toEqual({ asker: [], other: [] });
    expect(swapped(factsOf(places), withBen)).toContainEqual(held('27-11', 'ben', true));
  });

  it('so that nobody stops leading a shift that nobody else leads, though somebody there could', () => {
    const places = [held('27-11', 'ana', true), held('27-11', 'ben'), held('27-10', 'eli')];
    const withEli = { asker: 'ana', given: '27-11', other: 'eli', taken: '27-10' };
    expect(ask(places, withEli).other).toEqual(['lead']);
  });

  it('so that what staff have pinned stays', () => {
    const places = [held('28-21', 'ana'), held('27-9', 'ben')];
    expect(ask(places, { asker: 'ana', given: '28-21', other: 'eli', taken: null }).asker).toEqual(['pin']);
    expect(ask(places, { asker: 'ben', given: '27-9', other: 'ana', taken: '28-21' }).other).toEqual(['pin']);
  });

  it('as nothing where both are in the same shift, or somebody is not known', () => {
    const places = [held('27-9', 'ana'), held('27-9', 'ben')];
    expect(isAllowed(ask(places, { asker: 'ana', given: '27-9', other: 'ben', taken: '27-9' }))).toBe(false);
    expect(isAllowed(ask(places, { asker: 'ana', given: '27-9', other: 'ben', taken: null }))).toBe(false);
    expect(isAllowed(ask(places, { asker: 'ana', given: '27-9', other: 'xi', taken: null }))).toBe(false);
  });
});
