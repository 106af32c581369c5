import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '#checks';

/** What becomes of a visit; see `status.ts`. */
export type VisitStatus = 'draft' | 'announced' | 'confirmed' | 'over' | 'cancelled';

/** Categories of membership whose places may be limited. */
export const memberCategories = ['full', 'associate', 'affiliate', 'supporter'] as const;

export type MemberCategory = (typeof memberCategories)[number];

/** For whom places may be reserved: the press, and organisations of which nobody was on a visit before. */
export const reservedKinds = ['press', 'newcomer'] as const;

export type ReservedKind = (typeof reservedKinds)[number];

/** Which of a visit's places somebody has. */
export type PlaceKind = ReservedKind | 'general';

/** So many travellers of a category at most. */
export interface CategoryLimit {
  readonly category: MemberCategory;
  readonly most: number;
}

/** So many of the places are for these alone. */
export interface ReservedPlaces {
  readonly kind: ReservedKind;
  readonly places: number;
}

/** Whoever withdraws at least so many days before the first one is charged so much less of the price. */
export interface RefundStep {
  readonly daysBefore: number;
  /** Of the price, 0 to 100. */
  readonly percent: number;
}

/** A visit as the features of this app know it. */
export interface Visit {
  readonly id: string;
  /** Its name in addresses: `mondragon-2027`. */
  readonly slug: string;
  readonly title: string;
  /** "Emilia-Romagna" */
  readonly region: string;
  /** ISO 3166-1, two letters: `IT`. */
  readonly country: string;
  /** IANA; that of all its days. */
  readonly zone: string;
  /** ISO; on which the party leaves home, and is back. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly status: VisitStatus;
  /** Why it was called off; everybody reads it. */
  readonly statusReason: string | null;
  /** Plain text. */
  readonly summary: string;
  /** Markdown: what for, and what is planned. */
  readonly description: string;
  /** For delegates; those who lead the visit take none. */
  readonly places: number;
  /** Most delegates of one organisation; `null`: as many as there are places. */
  readonly organisationLimit: number | null;
  readonly categoryLimits: readonly CategoryLimit[];
  /** In the order in which they are filled. */
  readonly reserved: readonly ReservedPlaces[];
  /** So many of the places cost their traveller nothing. */
  readonly fundedPlaces: number;
  /** Pence, for one delegate, the deposit included. */
  readonly pricePence: number;
  /** Plain text: flights, rooms, meals. */
  readonly priceIncludes: string;
  /** Pence; due on acceptance. */
  readonly depositPence: number;
  /** `null` while a draft does not say, as the two after it. */
  readonly applicationsOpenAt: Temporal.Instant | null;
  /** The first instant that is too late. */
  readonly applicationsCloseAt: Temporal.Instant | null;
  /** ISO; until when applicants hear. */
  readonly decisionOn: string | null;
  /** So many days somebody has to accept a place. */
  readonly acceptanceDays: number;
  /** ISO; `null` where there is nothing to pay but the deposit. */
  readonly balanceDueOn: string | null;
  /** The longest before first. */
  readonly refunds: readonly RefundStep[];
  readonly contacts: readonly Contact[];
  /** The visit that it was copied from. */
  readonly copiedFrom: string | null;
  /** Rises with each change of the visit itself. */
  readonly version: number;
}
