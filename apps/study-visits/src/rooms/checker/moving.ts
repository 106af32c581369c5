import { checkRooms } from './check-rooms.js';
import type { RoomViolation } from '../domain/answer.js';
import type { RoomsProblem, RoomStay } from '../domain/problem.js';

/** Where somebody is moved: a room of a kind by its key; `null`: out of any room. */
export interface MoveTo {
  readonly offer: string;
  readonly key: string;
}

/** Rooms after somebody was moved for some nights. */
export function moved(
  stays: readonly RoomStay[],
  traveller: string,
  nights: readonly string[],
  to: MoveTo | null,
): readonly RoomStay[] {
  const others = stays.filter((stay) => stay.traveller !== traveller || !nights.includes(stay.night));
  return to === null ? others : [...others, ...nights.map((night) => ({ traveller, night, ...to }))];
}

const nameOf = ({ rule, night, offer, key, travellers }: RoomViolation): string =>
  JSON.stringify([rule, night, offer, rule === 'too-many' ? null : key, travellers.toSorted()]);

/** The rules that a change breaks: not those that were broken before, nor that somebody is taken out of a room. */
export function brokenBy(
  problem: RoomsProblem,
  before: readonly RoomStay[],
  after: readonly RoomStay[],
): readonly RoomViolation[] {
  const known = new Set(checkRooms(problem, before).violations.map(nameOf));
  return checkRooms(problem, after).violations.filter(
    (each) => each.rule !== 'no-room' && !known.has(nameOf(each)),
  );
}

/** The lowest key of a kind of room that nobody has in any night of its hotel: `TW-03`. */
export function freeKey({ offers }: RoomsProblem, stays: readonly RoomStay[], offerId: string): string {
  const offer = offers.find(({ id }) => id === offerId);
  const inHotel = new Set(offers.filter(({ hotel }) => hotel === offer?.hotel).map(({ id }) => id));
  const taken = new Set(stays.filter((stay) => inHotel.has(stay.offer)).map(({ key }) => key));
  const prefix = `${offer?.type ?? ''}-${offer?.accessible === true ? 'A' : ''}`;
  for (let number = 1; ; number += 1) {
    const key = `${prefix}${String(number).padStart(2, '0')}`;
    if (!taken.has(key)) return key;
  }
}
