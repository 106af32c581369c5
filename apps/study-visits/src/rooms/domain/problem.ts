/** Rooms by the names that hotels' lists use: single, double (one bed for two), twin (two beds), triple, quad. */
export const roomTypes = ['SG', 'DB', 'TW', 'TR', 'QD'] as const;
export type RoomType = (typeof roomTypes)[number];

/**
 * What a traveller stated about sharing. `single`: nobody else in the room; `twin`: wishes to share a twin with this person;
 * `any`: would share, in beds of their own, with any of these; `double`: shares a bed with this person. Nobody shares with
 * anybody unless both stated it, in the same way: beds of their own, or one bed.
 */
export type SharingWish =
  | { readonly kind: 'single' }
  | { readonly kind: 'twin'; readonly with: string }
  | { readonly kind: 'any'; readonly with: readonly string[] }
  | { readonly kind: 'double'; readonly with: string };

/** Somebody who needs a bed. */
export interface RoomTraveller {
  readonly id: string;
  /** The nights that they stay, each by the day on which it begins, `2027-04-13`. */
  readonly nights: readonly string[];
  readonly wish: SharingWish;
  /** Whether their room has to be an accessible one. */
  readonly accessible: boolean;
  /** Kinds of rooms that may not be theirs, as they are pinned to others. */
  readonly barred?: readonly string[];
}

/** Rooms of a hotel that are alike: everybody whose place is in them has the same for the same price. */
export interface RoomOffer {
  readonly id: string;
  readonly hotel: string;
  readonly type: RoomType;
  /** Whether each of them is an accessible room. */
  readonly accessible: boolean;
  /** Of a room for a night, in pence, however many sleep in it. */
  readonly price: number;
  /** How many there are in each night; none where a night is not named. */
  readonly rooms: Readonly<Record<string, number>>;
}

/** What is set against the price of rooms, in pence each. */
export interface RoomWeights {
  /** Somebody is not with whom they wish to share (`twin`, `double`, stated by both), for a night. */
  readonly wish: number;
  /** Somebody changes hotels from one night to the next; at least as much as `room`. */
  readonly hotel: number;
  /** Somebody changes rooms within a hotel for one of another kind. */
  readonly room: number;
  /** Two share on one night and not on the next, or the other way, although both stay. */
  readonly company: number;
}

export const usualWeights: RoomWeights = { wish: 20_000, hotel: 10_000, room: 4000, company: 4000 };

/** Who sleeps when, and where there are rooms. */
export interface RoomsProblem {
  /** All nights of the visit, one after the other. */
  readonly nights: readonly string[];
  readonly travellers: readonly RoomTraveller[];
  readonly offers: readonly RoomOffer[];
  readonly weights: RoomWeights;
}

/** Where somebody sleeps in a night. Who has the same key of the same hotel shares the room. */
export interface RoomStay {
  readonly traveller: string;
  readonly night: string;
  readonly offer: string;
  readonly key: string;
}
