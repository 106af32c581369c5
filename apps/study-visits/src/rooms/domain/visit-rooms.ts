import { Temporal } from 'temporal-polyfill';
import type { Visit } from '../../visits/domain/visit.js';
import {
  usualWeights,
  type RoomsProblem,
  type RoomStay,
  type RoomType,
  type SharingWish,
} from './problem.js';

/** Rooms of a hotel that are alike. */
export interface RoomKind {
  readonly id: string;
  readonly type: RoomType;
  readonly accessible: boolean;
  /** In each night that `otherwise` does not name. */
  readonly rooms: number;
  /** Of a room for a night. */
  readonly pricePence: number;
  readonly otherwise: Readonly<Record<string, number>>;
}

export interface Hotel {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** Whether it has to report its guests, with when they were born and their passports. */
  readonly needsPassports: boolean;
  readonly version: number;
  readonly kinds: readonly RoomKind[];
}

/** A hotel that somebody is pinned to, and there to a kind of room; `null`: to any of it. */
export interface Pin {
  readonly hotelId: string;
  readonly kindId: string | null;
}

export type SleeperPart = 'delegate' | 'leader' | 'driver';

/** Somebody who needs a bed on a visit. */
export interface Sleeper {
  /** A traveller's own id, where they are one. */
  readonly id: string;
  readonly part: SleeperPart;
  /** What they are called on pages. */
  readonly name: string;
  readonly organisationName: string;
  /** As in the passport; blank until it is said. */
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  /** The visit's, of which they stay. */
  readonly nights: readonly string[];
  /** Whether nobody chose nights for them, so that they stay for all there are. */
  readonly staysAll: boolean;
  /** `null`: nothing was said, so they sleep alone. */
  readonly wish: SharingWish | null;
  /** Whom the wish names, as staff chose them. */
  readonly chosen: readonly string[];
  /** Whom it names, as it was written, and which of that means nobody who comes along, or more than one. */
  readonly named: readonly string[];
  readonly unknown: readonly string[];
  readonly needsAccessible: boolean;
  /** Where they are to sleep in every night, whatever is proposed; `null`: wherever there is a room. */
  readonly pin: Pin | null;
  /** For the hotel. */
  readonly note: string;
  /** 0 as long as nothing is written of them. */
  readonly version: number;
}

/** All that there is of rooms on a visit. */
export interface VisitRooms {
  readonly visit: Visit;
  readonly nights: readonly string[];
  readonly hotels: readonly Hotel[];
  readonly sleepers: readonly Sleeper[];
  readonly stays: readonly RoomStay[];
}

/** The nights of a visit, each by the day on which it begins: none of a visit of one day. */
export function nightsOf({ firstDay, lastDay }: Pick<Visit, 'firstDay' | 'lastDay'>): readonly string[] {
  const first = Temporal.PlainDate.from(firstDay);
  const count = first.until(Temporal.PlainDate.from(lastDay)).days;
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

/** What is searched for the best rooms of. */
export function problemOf({ nights, hotels, sleepers }: VisitRooms): RoomsProblem {
  return {
    nights,
    travellers: sleepers.map(({ id, nights: own, wish, needsAccessible, pin }) => ({
      id,
      nights: own,
      wish: wish ?? { kind: 'single' },
      accessible: needsAccessible,
      barred: hotels.flatMap((hotel) =>
        hotel.kinds.filter((kind) => !fits(pin, hotel, kind)).map((kind) => kind.id),
      ),
    })),
    offers: hotels.flatMap((hotel) =>
      hotel.kinds.map(({ id, type, accessible, rooms, pricePence, otherwise }) => ({
        id,
        hotel: hotel.id,
        type,
        accessible,
        price: pricePence,
        rooms: Object.fromEntries(nights.map((night) => [night, otherwise[night] ?? rooms])),
      })),
    ),
    weights: usualWeights,
  };
}

const fits = (pin: Pin | null, hotel: Hotel, kind: RoomKind): boolean =>
  pin === null || (pin.hotelId === hotel.id && (pin.kindId === null || pin.kindId === kind.id));
