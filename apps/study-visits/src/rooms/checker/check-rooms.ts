import type { RoomsScore, RoomViolation } from '../domain/answer.js';
import type { RoomOffer, RoomsProblem, RoomStay, RoomTraveller } from '../domain/problem.js';

/*
 * Knows nothing of how rooms are found: it reads the problem and the rooms, counts, and takes nothing on trust. Slow and
 * plain on purpose.
 */

const size = { SG: 1, DB: 2, TW: 2, TR: 3, QD: 4 } as const;

interface Room {
  readonly night: string;
  readonly offer: RoomOffer;
  readonly key: string;
  readonly people: readonly RoomTraveller[];
}

/** Whether one of two stated that they share with the other, in one bed or in two. */
function stated({ wish }: RoomTraveller, other: RoomTraveller, oneBed: boolean): boolean {
  switch (wish.kind) {
    case 'single':
      return false;
    case 'double':
      return oneBed && wish.with === other.id;
    case 'twin':
      return !oneBed && wish.with === other.id;
    case 'any':
      return !oneBed && wish.with.includes(other.id);
  }
}

const pairsOf = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));

function violation(rule: RoomViolation['rule'], about: Partial<RoomViolation>): RoomViolation {
  return { rule, travellers: [], night: null, offer: null, key: null, ...about };
}

/** What is wrong in one room for one night. */
function checkRoom({ night, offer, key, people }: Room): readonly RoomViolation[] {
  const about = { travellers: people.map(({ id }) => id), night, offer: offer.id, key };
  const found: RoomViolation[] = [];
  if (people.length > size[offer.type]) found.push(violation('too-full', about));
  const pairs = pairsOf(people);
  const isStated = (oneBed: boolean) =>
    pairs.every(([one, other]) => stated(one, other, oneBed) && stated(other, one, oneBed));
  const [inOne, apart] = [isStated(true), isStated(false)];
  if (!inOne && !apart) found.push(violation('unstated', about));
  else if (people.length > 1) {
    const needed = inOne ? 'DB' : (['TW', 'TR', 'QD'] as const)[people.length - 2];
    if (people.length <= size[offer.type] && needed !== offer.type)
      found.push(violation('wrong-beds', about));
  } else if (size[offer.type] > 2) found.push(violation('wrong-beds', about));
  if (people.some(({ accessible }) => accessible) && !offer.accessible)
    found.push(
      violation('not-accessible', {
        ...about,
        travellers: people.filter(({ accessible }) => accessible).map(({ id }) => id),
      }),
    );
  for (const { id, barred } of people)
    if (barred?.includes(offer.id)) found.push(violation('pinned', { ...about, travellers: [id] }));
  return found;
}

interface Read {
  readonly rooms: readonly Room[];
  /** Traveller and night → where. */
  readonly places: ReadonlyMap<string, Room>;
  readonly violations: readonly RoomViolation[];
}

const placeOf = (traveller: string, night: string): string => `${night} ${traveller}`;

function readStays(problem: RoomsProblem, stays: readonly RoomStay[]): Read {
  const travellers = new Map(problem.travellers.map((each) => [each.id, each]));
  const offers = new Map(problem.offers.map((each) => [each.id, each]));
  const violations: RoomViolation[] = [];
  const byRoom = new Map<string, { night: string; offer: RoomOffer; key: string; people: RoomTraveller[] }>();
  const places = new Map<string, Room>();
  for (const stay of stays) {
    const [traveller, offer] = [travellers.get(stay.traveller), offers.get(stay.offer)];
    const about = { ...stay, travellers: [stay.traveller] };
    const say = (rule: RoomViolation['rule']) =>
      violations.push(
        violation(rule, {
          travellers: about.travellers,
          night: stay.night,
          offer: stay.offer,
          key: stay.key,
        }),
      );
    if (!traveller || !offer || !problem.nights.includes(stay.night)) {
      say('unknown');
      continue;
    }
    if (!traveller.nights.includes(stay.night)) say('not-staying');
    if (places.has(placeOf(traveller.id, stay.night))) {
      say('two-rooms');
      continue;
    }
    // Rooms are told apart by hotel and key, and by what they are said to be, which `key` looks at.
    const name = JSON.stringify([stay.night, offer.id, stay.key]);
    const room = byRoom.get(name) ?? { night: stay.night, offer, key: stay.key, people: [] };
    room.people.push(traveller);
    byRoom.set(name, room);
    places.set(placeOf(traveller.id, stay.night), room);
  }
  return { rooms: [...byRoom.values()], places, violations };
}

/** Keys that open rooms of two kinds. */
function checkKeys(rooms: readonly Room[]): readonly RoomViolation[] {
  const kinds = new Map<string, string>();
  return rooms.flatMap(({ night, offer, key, people }) => {
    const name = JSON.stringify([offer.hotel, key]);
    const kind = kinds.get(name) ?? offer.id;
    kinds.set(name, kind);
    return kind === offer.id
      ? []
      : [violation('key', { travellers: people.map(({ id }) => id), night, offer: offer.id, key })];
  });
}

function checkNumbers({ nights, offers }: RoomsProblem, rooms: readonly Room[]): readonly RoomViolation[] {
  return nights.flatMap((night) =>
    offers.flatMap((offer) => {
      const used = rooms.filter((room) => room.night === night && room.offer === offer);
      return used.length > (offer.rooms[night] ?? 0)
        ? [violation('too-many', { night, offer: offer.id })]
        : [];
    }),
  );
}

/** For each night and traveller with a wish that both stated: whether it is not met. */
function brokenWishes({ nights, travellers }: RoomsProblem, places: Read['places']): number {
  let broken = 0;
  for (const night of nights)
    for (const one of travellers) {
      if (one.wish.kind !== 'twin' && one.wish.kind !== 'double') continue;
      const named = one.wish.with;
      const other = travellers.find(({ id }) => id === named);
      const oneBed = one.wish.kind === 'double';
      if (!other || !one.nights.includes(night) || !other.nights.includes(night)) continue;
      if (one === other || !stated(other, one, oneBed)) continue;
      const room = places.get(placeOf(one.id, night));
      if (!room?.people.includes(other)) broken += 1;
    }
  return broken;
}

/** How often, from one night to the next, somebody changes hotels, kinds of rooms, or who is with them. */
function changes(
  { nights, travellers }: RoomsProblem,
  places: Read['places'],
): { readonly hotels: number; readonly rooms: number; readonly company: number } {
  let [hotels, rooms, company] = [0, 0, 0];
  for (const [index, night] of nights.slice(0, -1).entries()) {
    const next = nights[index + 1] ?? '';
    const both = travellers.flatMap((traveller) => {
      const [from, to] = [night, next].map((each) => places.get(placeOf(traveller.id, each)));
      return from && to ? [{ traveller, from, to }] : [];
    });
    for (const { from, to } of both) {
      if (from.offer.hotel !== to.offer.hotel) hotels += 1;
      else if (from.offer.id !== to.offer.id) rooms += 1;
    }
    for (const [one, other] of pairsOf(both))
      if ((one.from === other.from) !== (one.to === other.to)) company += 1;
  }
  return { hotels, rooms, company };
}

/** Judges rooms: the hard rules that they break, and what they cost by the problem's weights. */
export function checkRooms(problem: RoomsProblem, stays: readonly RoomStay[]): RoomsScore {
  const { rooms, places, violations } = readStays(problem, stays);
  const without = problem.travellers.flatMap(({ id, nights }) =>
    nights
      .filter((night) => !places.has(placeOf(id, night)))
      .map((night) => violation('no-room', { travellers: [id], night })),
  );
  const { wish, hotel, room, company } = problem.weights;
  const moved = changes(problem, places);
  const parts = {
    rooms: rooms.reduce((sum, { offer }) => sum + offer.price, 0),
    wishes: wish * brokenWishes(problem, places),
    moves: hotel * moved.hotels + room * moved.rooms,
    company: company * moved.company,
  };
  return {
    violations: [
      ...violations,
      ...without,
      ...rooms.flatMap(checkRoom),
      ...checkNumbers(problem, rooms),
      ...checkKeys(rooms),
    ],
    objective: parts.rooms + parts.wishes + parts.moves + parts.company,
    parts,
  };
}
