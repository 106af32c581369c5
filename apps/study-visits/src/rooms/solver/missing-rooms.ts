import type { MissingRooms } from '../domain/answer.js';
import { roomTypes, type RoomOffer, type RoomsProblem, type RoomStay } from '../domain/problem.js';

/** The hotel that there is not: its rooms are those that are missing. */
const nowhere = '';

/** What a missing room costs: the fewest of them, then smaller ones, then ones that need not be accessible. */
const priceOf = (bedsIndex: number, isAccessible: boolean): number =>
  100_000 + bedsIndex * 10 + (isAccessible ? 1 : 0);

const nameOf = (type: string, accessible: boolean): string => `missing ${type} ${String(accessible)}`;

/** The same people with as many rooms of each kind besides as they could need, and nothing but those to pay for. */
export function withMissing(problem: RoomsProblem): RoomsProblem {
  const everyNight = Object.fromEntries(problem.nights.map((night) => [night, problem.travellers.length]));
  const missing = roomTypes.flatMap((type, index) =>
    [false, true].map((accessible): RoomOffer => ({
      id: nameOf(type, accessible),
      hotel: nowhere,
      type,
      accessible,
      price: priceOf(index, accessible),
      rooms: everyNight,
    })),
  );
  return {
    ...problem,
    offers: [...problem.offers.map((offer) => ({ ...offer, price: 0 })), ...missing],
    weights: { wish: 0, hotel: 0, room: 0, company: 0 },
  };
}

/** Which of the missing rooms somebody is in. */
export function missingFrom(
  { nights, offers }: RoomsProblem,
  stays: readonly RoomStay[],
): readonly MissingRooms[] {
  return nights.flatMap((night) =>
    offers
      .filter(({ hotel }) => hotel === nowhere)
      .flatMap(({ id, type, accessible }) => {
        const used = stays.filter((stay) => stay.night === night && stay.offer === id);
        const rooms = new Set(used.map(({ key }) => key)).size;
        return rooms > 0 ? [{ night, type, accessible, rooms }] : [];
      }),
  );
}
