import type { RoomOffer, RoomsProblem, RoomStay, RoomTraveller, SharingWish } from '../domain/problem.js';
import { checkRooms } from './check-rooms.js';

const nights = ['2027-04-11', '2027-04-12'];
const [first, second] = nights as [string, string];

const who = (
  id: string,
  wish: SharingWish = { kind: 'single' },
  more: Partial<RoomTraveller> = {},
): RoomTraveller => ({
  id,
  nights: [first],
  wish,
  accessible: false,
  ...more,
});
const rooms = (type: RoomOffer['type'], more: Partial<RoomOffer> = {}): RoomOffer => ({
  id: type,
  hotel: 'Centrale',
  type,
  accessible: false,
  price: 10_000,
  rooms: { [first]: 2, [second]: 2 },
  ...more,
});
const stay = (traveller: string, offer: string, key: string, night = first): RoomStay => ({
  traveller,
  night,
  offer,
  key,
});
const problem = (travellers: readonly RoomTraveller[], offers: readonly RoomOffer[]): RoomsProblem => ({
  nights,
  travellers,
  offers,
  weights: { wish: 500, hotel: 300, room: 200, company: 100 },
});
const broken = (about: RoomsProblem, stays: readonly RoomStay[]) =>
  checkRooms(about, stays).violations.map(({ rule, travellers }) => `${rule} ${travellers.join('+')}`.trim());

const any = (...others: string[]): SharingWish => ({ kind: 'any', with: others });
const twin = (other: string): SharingWish => ({ kind: 'twin', with: other });
const double = (other: string): SharingWish => ({ kind: 'double', with: other });

describe('checking rooms', () => {
  it('finds nothing wrong with rooms that keep every rule, and counts what they cost', () => {
    const people = [who('ann', twin('bo')), who('bo', any('ann', 'cy')), who('cy')];
    const all = problem(people, [rooms('TW'), rooms('SG', { price: 7000 })]);
    expect(checkRooms(all, [stay('ann', 'TW', '1'), stay('bo', 'TW', '1'), stay('cy', 'SG', '2')])).toEqual({
      violations: [],
      objective: 17_000,
      parts: { rooms: 17_000, wishes: 0, moves: 0, company: 0 },
    });
  });

  it('sees who is without a room, has two, or one for a night that they do not stay', () => {
    const all = problem([who('ann'), who('bo')], [rooms('SG')]);
    expect(broken(all, [stay('ann', 'SG', '1'), stay('ann', 'SG', '2')])).toEqual([
      'two-rooms ann',
      'no-room bo',
    ]);
    expect(
      broken(all, [stay('ann', 'SG', '1'), stay('bo', 'SG', '2'), stay('bo', 'SG', '2', second)]),
    ).toEqual(['not-staying bo']);
    expect(broken(all, [stay('ann', 'SG', '1'), stay('bo', 'SG', '2'), stay('eve', 'SG', '3')])).toContain(
      'unknown eve',
    );
  });

  it('sees who is elsewhere than they are pinned to, and nobody who is with them', () => {
    const people = [who('ann', twin('bo'), { barred: ['TW'] }), who('bo', twin('ann'))];
    const all = problem(people, [rooms('TW'), rooms('SG')]);
    expect(broken(all, [stay('ann', 'TW', '1'), stay('bo', 'TW', '1')])).toEqual(['pinned ann']);
    expect(broken(all, [stay('ann', 'SG', '1'), stay('bo', 'TW', '2')])).toEqual([]);
  });

  it.each([
    ['nobody stated it', who('ann'), who('bo')],
    ['one of them stated it', who('ann', twin('bo')), who('bo')],
    ['one of them stated it of somebody else', who('ann', twin('bo')), who('bo', twin('cy'))],
    ['one wishes for one bed and the other for two', who('ann', twin('bo')), who('bo', double('ann'))],
  ])('lets nobody share when %s', (_, ann, bo) => {
    for (const type of ['TW', 'DB'] as const)
      expect(
        broken(problem([ann, bo], [rooms(type)]), [stay('ann', type, '1'), stay('bo', type, '1')]),
      ).toEqual(['unstated ann+bo']);
  });

  it('takes no twin for a double, no double for a twin, and no room for more than sleep in it', () => {
    const friends = [who('ann', twin('bo')), who('bo', twin('ann'))];
    const couple = [who('ann', double('bo')), who('bo', double('ann'))];
    const inOne = (type: string) => [stay('ann', type, '1'), stay('bo', type, '1')];
    expect(broken(problem(friends, [rooms('DB')]), inOne('DB'))).toEqual(['wrong-beds ann+bo']);
    expect(broken(problem(couple, [rooms('TW')]), inOne('TW'))).toEqual(['wrong-beds ann+bo']);
    expect(broken(problem(friends, [rooms('TR')]), inOne('TR'))).toEqual(['wrong-beds ann+bo']);
    expect(broken(problem(friends, [rooms('TW')]), inOne('TW'))).toEqual([]);
    expect(broken(problem(couple, [rooms('DB')]), inOne('DB'))).toEqual([]);
    expect(broken(problem([who('ann')], [rooms('TR')]), [stay('ann', 'TR', '1')])).toEqual([
      'wrong-beds ann',
    ]);
  });

  it('lets three share only where each two stated it', () => {
    const three = [who('ann', any('bo', 'cy')), who('bo', any('ann', 'cy')), who('cy', any('ann', 'bo'))];
    const inOne = three.map(({ id }) => stay(id, 'TR', '1'));
    expect(broken(problem(three, [rooms('TR')]), inOne)).toEqual([]);
    const two = [...three.slice(0, 2), who('cy', any('ann'))];
    expect(broken(problem(two, [rooms('TR')]), inOne)).toEqual(['unstated ann+bo+cy']);
    expect(
      broken(
        problem(three, [rooms('TW')]),
        three.map(({ id }) => stay(id, 'TW', '1')),
      ),
    ).toEqual(['too-full ann+bo+cy']);
  });

  it('counts rooms by the night, sees needs, and keys of two kinds', () => {
    const people = [who('ann', undefined, { accessible: true }), who('bo'), who('cy')];
    const all = problem(people, [rooms('SG'), rooms('DB', { rooms: { [first]: 1 } })]);
    expect(broken(all, [stay('ann', 'DB', '1'), stay('bo', 'SG', '2'), stay('cy', 'SG', '3')])).toEqual([
      'not-accessible ann',
    ]);
    expect(
      broken(problem(people.slice(1), all.offers), [stay('bo', 'DB', '1'), stay('cy', 'DB', '2')]),
    ).toEqual(['too-many']);
    expect(
      broken(problem(people.slice(1), all.offers), [stay('bo', 'DB', '1'), stay('cy', 'SG', '1')]),
    ).toEqual(['key cy']);
  });

  it('prices wishes that are not met, moves, and company that changes', () => {
    const both = { nights };
    const people = [who('ann', twin('bo'), both), who('bo', twin('ann'), both)];
    const other = rooms('SG', { id: 'far', hotel: 'Astoria', price: 1000 });
    const all = problem(people, [rooms('TW'), rooms('SG'), other]);
    const { parts } = checkRooms(all, [
      stay('ann', 'TW', '1'),
      stay('bo', 'TW', '1'),
      stay('ann', 'SG', '2', second),
      stay('bo', 'far', '3', second),
    ]);
    expect(parts).toEqual({ rooms: 21_000, wishes: 2 * 500, moves: 200 + 300, company: 100 });
  });
});
