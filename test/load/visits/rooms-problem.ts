import type {
  RoomOffer,
  RoomsProblem,
  RoomTraveller,
  RoomType,
  RoomWeights,
  SharingWish,
} from '../../../apps/study-visits/src/rooms/domain/problem.ts';
import { chanceFrom, type Chance } from '../rota/chance.ts';

/** How large a problem is to be. */
export interface RoomsSize {
  readonly travellers: number;
  readonly hotels: number;
  readonly nights: number;
  /** Which of many problems of this size. */
  readonly seed: number;
}

const nightsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `2027-04-${String(11 + index).padStart(2, '0')}`);

const nameOf = (index: number): string => `traveller-${index + 1}`;

/** Most stay all nights; some come a night later or go one earlier. */
function stayed(nights: readonly string[], chance: Chance): readonly string[] {
  const first = chance.isWithin(0.12) ? 1 + chance.below(2) : 0;
  const last = chance.isWithin(0.15) ? 1 + chance.below(2) : 0;
  return nights.slice(first, nights.length - last);
}

/** A third wish to be alone; couples; pairs of friends; and circles of three to six who would share with each other. */
function wishesOf(count: number, chance: Chance): readonly SharingWish[] {
  const wishes: SharingWish[] = [];
  while (wishes.length < count) {
    const from = wishes.length;
    const left = count - from;
    const kind = chance.next();
    if (left < 2 || kind < 0.5) wishes.push({ kind: 'single' });
    else if (kind < 0.6)
      wishes.push({ kind: 'double', with: nameOf(from + 1) }, { kind: 'double', with: nameOf(from) });
    else if (kind < 0.8)
      wishes.push({ kind: 'twin', with: nameOf(from + 1) }, { kind: 'twin', with: nameOf(from) });
    else {
      const circle = Array.from({ length: Math.min(left, 3 + chance.below(4)) }, (_, index) => from + index);
      for (const one of circle)
        wishes.push({
          kind: 'any',
          with: circle.filter((other) => other !== one && chance.isWithin(0.8)).map(nameOf),
        });
    }
  }
  return wishes;
}

/** About how many rooms of each kind a hotel has for each that is needed, and what one costs at least, in pence. */
const kinds: readonly (readonly [type: RoomType, share: number, price: number])[] = [
  ['SG', 0.5, 7800],
  ['DB', 0.28, 10_400],
  ['TW', 0.3, 10_900],
  ['TR', 0.04, 14_200],
  ['QD', 0.02, 17_500],
];

function offersOf(size: RoomsSize, nights: readonly string[], chance: Chance): readonly RoomOffer[] {
  const perHotel = size.travellers / size.hotels;
  // A fair takes rooms of one of the hotels for two nights: some have to move.
  const [fairHotel, fairNight] = [chance.below(size.hotels), chance.below(size.nights - 1)];
  const isTaken = (hotel: number, night: number) =>
    hotel === fairHotel && (night === fairNight || night === fairNight + 1);
  return Array.from({ length: size.hotels }, (_, hotel) => {
    const dearer = 1 + 0.12 * hotel + 0.1 * chance.next();
    const offer = (type: RoomType, accessible: boolean, number: number, price: number): RoomOffer => ({
      id: `hotel-${hotel + 1}-${type}${accessible ? '-accessible' : ''}`,
      hotel: `hotel-${hotel + 1}`,
      type,
      accessible,
      price: 50 * Math.round((price * dearer) / 50),
      rooms: Object.fromEntries(
        nights.map((night, index) => [
          night,
          isTaken(hotel, index) && !accessible ? Math.max(0, number - 1 - chance.below(2)) : number,
        ]),
      ),
    });
    return [
      ...kinds.map(([type, share, price]) => offer(type, false, Math.ceil(share * perHotel), price)),
      offer('DB', true, 1, 11_000),
      offer('TW', true, 2, 11_500),
    ];
  }).flat();
}

/** A problem like that of a visit with several hotels, in which rooms are scarce in some nights. */
export function roomsProblemOf(size: RoomsSize, weights: RoomWeights): RoomsProblem {
  const chance = chanceFrom(size.seed);
  const nights = nightsOf(size.nights);
  const wishes = wishesOf(size.travellers, chance);
  const travellers = wishes.map((wish, index): RoomTraveller => ({
    id: nameOf(index),
    nights: stayed(nights, chance),
    wish,
    accessible: chance.isWithin(0.05),
  }));
  return { nights, travellers, offers: offersOf(size, nights, chance), weights };
}
