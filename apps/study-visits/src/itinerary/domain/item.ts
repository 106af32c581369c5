import type { Temporal } from 'temporal-polyfill';

/** What an item may be, in the order of the form. */
export const itemKinds = ['visit', 'session', 'meal', 'transfer', 'free', 'other'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Whether it is something that others expect travellers at; nobody does on the way, or in their free time. */
export const isExpected = (kind: ItemKind): boolean => kind !== 'transfer' && kind !== 'free';

/** A cancelled one stays, so that those who were to be there are told and their calendars take it out. */
export type ItemStatus = 'planned' | 'cancelled';

/** Where something is on the earth, in degrees. */
export interface Point {
  /** −90 to 90, the north positive. */
  readonly lat: number;
  /** −180 to 180, the east positive. */
  readonly lon: number;
}

/** A place as people find it. */
export interface Stop {
  /** "Palazzo d’Accursio" */
  readonly name: string;
  readonly address: string | null;
  /** `null`: nobody has said where on the map it is. */
  readonly point: Point | null;
}

/** What staff say of an item. */
export interface ItemDetails {
  readonly kind: ItemKind;
  readonly title: string;
  readonly start: Temporal.Instant;
  /** IANA; the clock on which it begins. */
  readonly zone: string;
  readonly end: Temporal.Instant;
  /** IANA; the clock on which it ends, which is another one where a transfer crosses zones. */
  readonly endZone: string;
  /** Where it is, or where a transfer begins; `null`: where its host is, or nobody has said. */
  readonly stop: Stop | null;
  /** Where a transfer ends; `null` for all else. */
  readonly to: Stop | null;
  readonly hostId: string | null;
  /** Most travellers there is room for; `null`: as many as come. */
  readonly capacity: number | null;
  /** The groups that it is for, sorted; none: it is for everybody. */
  readonly groupIds: readonly string[];
  /** What is spoken there: "Italian"; `null`: what the travellers speak. */
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  /** Minutes that are to be free before it begins: to arrive, to go through security. */
  readonly bufferMinutes: number;
  /** How long a transfer takes, in minutes, as whoever drives says; `null`: nobody has said. */
  readonly travelMinutes: number | null;
  /** Plain text; travellers read it. */
  readonly description: string;
  /** Plain text, for staff alone. */
  readonly notes: string;
}

/** An item of a visit's itinerary. */
export interface Item extends ItemDetails {
  readonly id: string;
  readonly status: ItemStatus;
  /** Rises with each change. */
  readonly version: number;
}

/** ISO; the day on which it begins, on its own clock. */
export const dayOf = ({ start, zone }: Pick<ItemDetails, 'start' | 'zone'>): string =>
  start.toZonedDateTimeISO(zone).toPlainDate().toString();

/** Whole minutes from one instant to another; negative when the other is earlier. */
export const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.round((to.epochMilliseconds - from.epochMilliseconds) / 60_000);

/** Those that take place, the earliest first. */
export const inOrder = <
  One extends { readonly start: Temporal.Instant; readonly end: Temporal.Instant; readonly id: string },
>(
  all: readonly One[],
): readonly One[] =>
  all.toSorted(
    (a, b) =>
      a.start.epochMilliseconds - b.start.epochMilliseconds ||
      a.end.epochMilliseconds - b.end.epochMilliseconds ||
      (a.id < b.id ? -1 : 1),
  );
