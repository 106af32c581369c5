import type { RoomOffer, RoomsProblem, RoomTraveller } from '../domain/problem.js';

/*
 * Every way to put travellers into rooms, tried one after the other: for problems that are very small. Written apart from the
 * model and from the checker, so that all three would have to be wrong in the same way.
 */

/** Where somebody is in a night: a kind of room and which of them. */
interface Place {
  readonly offer: RoomOffer;
  readonly room: number;
}
type Night = ReadonlyMap<RoomTraveller, Place>;

const beds: Readonly<Record<string, number>> = { SG: 1, DB: 2, TW: 2, TR: 3, QD: 4 };

const isIn = (list: readonly string[] | string, id: string) =>
  typeof list === 'string' ? list === id : list.includes(id);

/** Whether these may be in a room of a kind. */
function mayBe(people: readonly RoomTraveller[], { id, type, accessible }: RoomOffer): boolean {
  if (people.some(({ barred }) => new Set(barred).has(id))) return false;
  if (!accessible && people.some((one) => one.accessible)) return false;
  if (people.length === 1) return beds[type] === 1 || beds[type] === 2;
  if (beds[type] !== people.length) return false;
  return people.every((one) =>
    people.every((other) => {
      if (one === other) return true;
      if (one.wish.kind === 'single') return false;
      return (one.wish.kind === 'double') === (type === 'DB') && isIn(one.wish.with, other.id);
    }),
  );
}

const sameRoom = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined && other !== undefined && one.offer === other.offer && one.room === other.room;

/** Every legal way for a night. */
function waysOf({ travellers, offers }: RoomsProblem, night: string): readonly Night[] {
  const staying = travellers.filter(({ nights }) => nights.includes(night));
  const ways: Night[] = [];
  const place = (index: number, so: Map<RoomTraveller, Place>) => {
    const one = staying[index];
    if (!one) {
      const rooms = new Map<string, { offer: RoomOffer; people: RoomTraveller[] }>();
      for (const [who, { offer, room }] of so) {
        const key = `${offer.id} ${room}`;
        const now = rooms.get(key) ?? { offer, people: [] };
        now.people.push(who);
        rooms.set(key, now);
      }
      if ([...rooms.values()].every(({ offer, people }) => mayBe(people, offer))) ways.push(new Map(so));
      return;
    }
    for (const offer of offers) {
      const used = new Set([...so.values()].filter((each) => each.offer === offer).map(({ room }) => room));
      for (let room = 0; room <= used.size && room < (offer.rooms[night] ?? 0); room += 1) {
        so.set(one, { offer, room });
        place(index + 1, so);
        so.delete(one);
      }
    }
  };
  place(0, new Map());
  return ways;
}

function nightCost({ travellers, weights }: RoomsProblem, so: Night): number {
  const rooms = new Map([...so.values()].map(({ offer, room }) => [`${offer.id} ${room}`, offer.price]));
  let cost = [...rooms.values()].reduce((sum, price) => sum + price, 0);
  for (const [one, place] of so) {
    const { wish } = one;
    if (wish.kind !== 'twin' && wish.kind !== 'double') continue;
    const other = travellers.find(({ id }) => id === wish.with);
    if (!other || other === one || !so.has(other)) continue;
    const back = other.wish;
    const isMutual =
      back.kind !== 'single' &&
      (back.kind === 'double') === (wish.kind === 'double') &&
      isIn(back.with, one.id);
    if (isMutual && !sameRoom(place, so.get(other))) cost += weights.wish;
  }
  return cost;
}

function changeCost({ weights }: RoomsProblem, before: Night, after: Night): number {
  let cost = 0;
  const both = [...before.keys()].filter((one) => after.has(one));
  for (const [index, one] of both.entries()) {
    const [from, to] = [before.get(one), after.get(one)];
    if (from?.offer.hotel !== to?.offer.hotel) cost += weights.hotel;
    else if (from?.offer !== to?.offer) cost += weights.room;
    for (const other of both.slice(index + 1))
      if (sameRoom(from, before.get(other)) !== sameRoom(to, after.get(other))) cost += weights.company;
  }
  return cost;
}

/** What the best rooms cost; null where not everybody can have one. */
export function cheapest(problem: RoomsProblem): number | null {
  let best: readonly { readonly so: Night; readonly cost: number }[] = [{ so: new Map(), cost: 0 }];
  for (const night of problem.nights) {
    const ways = waysOf(problem, night);
    best = ways.map((so) => ({
      so,
      cost:
        nightCost(problem, so) +
        Math.min(...best.map((before) => before.cost + changeCost(problem, before.so, so))),
    }));
    if (best.length === 0) return null;
  }
  return Math.min(...best.map(({ cost }) => cost));
}

/** Whether everybody who stays a night can have a room in it, with so many more rooms of each kind. */
export const isEnough = (problem: RoomsProblem, night: string): boolean => waysOf(problem, night).length > 0;
