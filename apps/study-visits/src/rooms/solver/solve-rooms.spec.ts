import fc from 'fast-check';
import { checkRooms } from '../checker/check-rooms.js';
import type { RoomOffer, RoomsProblem } from '../domain/problem.js';
import { cheapest, isEnough } from '../testing/all-rooms.js';
import { randomProblem } from '../testing/random-problem.js';
import { solveRooms } from './solve-rooms.js';

const limit = { seconds: 20 };

describe('the solver of rooms', () => {
  it('finds rooms that keep every hard rule and are proven the best, whatever the problem', async () => {
    let [solved, shared] = [0, 0];
    await fc.assert(
      fc.asyncProperty(randomProblem({ travellers: 9, nights: 5, offers: 7 }), async (problem) => {
        const answer = await solveRooms(problem, limit);
        expect(['proven', 'infeasible']).toContain(answer.status);
        if (answer.status === 'infeasible') {
          expect(answer.missing.length).toBeGreaterThan(0);
          return;
        }
        const { violations, objective } = checkRooms(problem, answer.stays);
        expect(violations).toEqual([]);
        expect(answer.objective).toBe(objective);
        solved += 1;
        const rooms = new Set(answer.stays.map(({ night, offer, key }) => `${night} ${offer} ${key}`));
        if (rooms.size < answer.stays.length) shared += 1;
      }),
      { numRuns: 300 },
    );
    // The runs have been of some use.
    expect(solved).toBeGreaterThan(20);
    expect(shared).toBeGreaterThan(5);
  });

  it('finds what trying all rooms finds, and nothing where that finds nothing', async () => {
    let solved = 0;
    await fc.assert(
      fc.asyncProperty(randomProblem({ travellers: 4, nights: 3, offers: 4 }), async (problem) => {
        const answer = await solveRooms(problem, limit);
        const best = cheapest(problem);
        expect(answer.status === 'infeasible' ? null : answer.objective).toBe(best);
        if (best !== null) solved += 1;
      }),
      { numRuns: 300 },
    );
    expect(solved).toBeGreaterThan(30);
  });

  it('says which rooms are missing: with them there are enough, and with one less there are not', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(randomProblem({ travellers: 4, nights: 2, offers: 3 }), async (problem) => {
        const answer = await solveRooms(problem, limit);
        if (answer.status !== 'infeasible') return;
        for (const night of problem.nights) {
          const missing = answer.missing.filter((each) => each.night === night);
          const more = (left: number): RoomsProblem => {
            const extra = missing.map(({ type, accessible, rooms }, index): RoomOffer => ({
              id: `extra ${index}`,
              hotel: 'extra',
              type,
              accessible,
              price: 0,
              rooms: { [night]: rooms - (index === left ? 1 : 0) },
            }));
            return { ...problem, offers: [...problem.offers, ...extra] };
          };
          expect([night, isEnough(more(-1), night)]).toEqual([night, true]);
          for (const left of missing.keys()) {
            told += 1;
            expect([night, isEnough(more(left), night)]).toEqual([night, false]);
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it('keeps somebody’s key for as long as they stay in a kind of room with the same company', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem({ travellers: 8, nights: 5, offers: 5 }), async (problem) => {
        const { stays } = await solveRooms(problem, limit);
        const company = ({ night, offer, key }: (typeof stays)[number]) =>
          stays
            .filter((each) => each.night === night && each.offer === offer && each.key === key)
            .map(({ traveller }) => traveller)
            .toSorted()
            .join(' ');
        for (const stay of stays) {
          const next = problem.nights[problem.nights.indexOf(stay.night) + 1];
          const on = stays.find(({ traveller, night }) => traveller === stay.traveller && night === next);
          if (on?.offer === stay.offer && company(on) === company(stay)) expect(on.key).toBe(stay.key);
        }
      }),
    );
  });

  it('puts nobody elsewhere than they are pinned to, and says what is missing there', async () => {
    const night = '2027-04-11';
    const offer = (id: string, hotel: string, price: number): RoomOffer => ({
      id,
      hotel,
      type: 'SG',
      accessible: false,
      price,
      rooms: { [night]: 1 },
    });
    const person = (id: string, barred: readonly string[] = []) =>
      ({ id, nights: [night], wish: { kind: 'single' }, accessible: false, barred }) as const;
    const weights = { wish: 1, hotel: 1, room: 1, company: 1 };
    const offers = [offer('cheap', 'one', 1), offer('dear', 'two', 9)];
    const problem = { nights: [night], travellers: [person('a', ['cheap']), person('b')], offers, weights };
    const { stays } = await solveRooms(problem, limit);
    expect(stays.map(({ traveller, offer: at }) => `${traveller} ${at}`).toSorted()).toEqual([
      'a dear',
      'b cheap',
    ]);
    const both = { ...problem, travellers: [person('a', ['cheap']), person('b', ['cheap'])] };
    expect(await solveRooms(both, limit)).toMatchObject({
      status: 'infeasible',
      missing: [{ night, type: 'SG', rooms: 1 }],
    });
  });

  it('says what is wrong with a problem that contradicts itself', async () => {
    const problem: RoomsProblem = {
      nights: ['2027-04-12', '2027-04-11'],
      travellers: [],
      offers: [],
      weights: { wish: 1, hotel: 1, room: 1, company: 1 },
    };
    await expect(solveRooms(problem, limit)).rejects.toThrow('The nights have to be in order');
  });
});
