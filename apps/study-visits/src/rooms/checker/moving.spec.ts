import fc from 'fast-check';
import type { RoomsProblem } from '../domain/problem.js';
import { randomProblem } from '../testing/random-problem.js';
import { checkRooms } from './check-rooms.js';
import { brokenBy, freeKey, moved } from './moving.js';

const problem: RoomsProblem = {
  nights: ['2035-03-11', '2035-03-12'],
  travellers: ['ann', 'bo'].map((id) => ({
    id,
    nights: ['2035-03-11', '2035-03-12'],
    wish: { kind: 'single' },
    accessible: false,
  })),
  offers: [
    {
      id: 'tw',
      hotel: 'one',
      type: 'TW',
      accessible: false,
      price: 1,
      rooms: { '2035-03-11': 1, '2035-03-12': 2 },
    },
  ],
  weights: { wish: 0, hotel: 0, room: 0, company: 0 },
};
const stay = (traveller: string, night: string, key = 'TW-01') => ({ traveller, night, offer: 'tw', key });

describe('moving somebody by hand', () => {
  it('takes the place of what they had in these nights, and of no others', () => {
    const before = [stay('ann', '2035-03-11'), stay('ann', '2035-03-12'), stay('bo', '2035-03-12', 'TW-02')];
    const to = { offer: 'tw', key: 'TW-03' };
    expect(moved(before, 'ann', ['2035-03-12'], to)).toEqual([
      stay('ann', '2035-03-11'),
      stay('bo', '2035-03-12', 'TW-02'),
      stay('ann', '2035-03-12', 'TW-03'),
    ]);
    expect(moved(before, 'ann', problem.nights, null)).toEqual([stay('bo', '2035-03-12', 'TW-02')]);
  });

  it('breaks the rules that were not broken before; being without a room is none of them', () => {
    const before = [stay('ann', '2035-03-11')];
    const rules = (after: typeof before) => brokenBy(problem, before, after).map(({ rule }) => rule);
    expect(rules([])).toEqual([]);
    expect(rules([...before, stay('bo', '2035-03-11')])).toEqual(['unstated']);
    expect(rules([...before, stay('bo', '2035-03-11', 'TW-02')])).toEqual(['too-many']);
    const broken = [...before, stay('bo', '2035-03-11')];
    expect(brokenBy(problem, broken, [...broken, stay('bo', '2035-03-12')])).toEqual([]);
  });

  it('breaks nothing exactly where the checker has no more to say than before', () => {
    fc.assert(
      fc.property(
        randomProblem({ travellers: 4, nights: 2, offers: 3 }),
        fc.nat(),
        fc.nat(),
        (any, who, where) => {
          const [one, offer] = [
            any.travellers[who % any.travellers.length],
            any.offers[where % any.offers.length],
          ];
          if (!one || !offer || one.nights.length === 0) return;
          const after = moved([], one.id, one.nights, { offer: offer.id, key: freeKey(any, [], offer.id) });
          const { violations } = checkRooms(any, after);
          expect(brokenBy(any, [], after)).toEqual(violations.filter(({ rule }) => rule !== 'no-room'));
        },
      ),
    );
  });

  it('gives a further room the lowest key that nobody has in any night', () => {
    expect(freeKey(problem, [], 'tw')).toBe('TW-01');
    expect(freeKey(problem, [stay('ann', '2035-03-11'), stay('bo', '2035-03-12', 'TW-03')], 'tw')).toBe(
      'TW-02',
    );
  });
});
