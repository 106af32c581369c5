import type { Temporal } from 'temporal-polyfill';

/** What becomes of a conference; the rules are in `status.ts`. */
export const conferenceStatuses = ['draft', 'open', 'paused', 'closed', 'over', 'cancelled'] as const;
export type ConferenceStatus = (typeof conferenceStatuses)[number];

/** One of a conference's days, with its opening and closing times where they are settled; as kept in the table. */
export interface ConferenceDay {
  /** `2027-07-08` */
  readonly date: string;
  /** `09:30`, by the clock in the conference's zone. */
  readonly opens: string | null;
  readonly closes: string | null;
}

/** What is paid back of a place that is given up until a day, its last one included, in the conference's zone. */
export interface RefundStep {
  /** `2027-06-30` */
  readonly until: string;
  /** Of the price, 0 to 100. */
  readonly percent: number;
}

export interface Host {
  /** The member organisation's id; `null` where the host is none. */
  readonly organisationId: string | null;
  readonly name: string;
}

export interface Venue {
  readonly name: string;
  readonly address: string | null;
}

export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Everything that staff write about a conference itself; tickets, prices and the rest have pages of their own. */
export interface ConferenceDetails {
  readonly title: string;
  readonly host: Host | null;
  /** `null`: not settled yet, or none as it is online. */
  readonly venue: Venue | null;
  /** One for each date, in order, at least one. */
  readonly days: readonly ConferenceDay[];
  /** IANA. */
  readonly zone: string;
  /** One or two sentences, plain text. */
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly contact: Contact | null;
  /** When bookings begin; `null`: as soon as it is published. */
  readonly opensAt: Temporal.Instant | null;
  /** When they end; `null`: when staff close it, or it is over. */
  readonly closesAt: Temporal.Instant | null;
  /** Until when bookers change their bookings by themselves; `null`: until it begins. */
  readonly changesUntil: Temporal.Instant | null;
  /** In order of their days, the percentages falling. After the last one nothing is paid back. */
  readonly refundSteps: readonly RefundStep[];
  /** Markdown; may be empty only in a draft. */
  readonly terms: string;
  /** Days from an invoice to its due date. */
  readonly paymentDays: number;
  /** Working days in which an offer of a place is to be answered. */
  readonly offerWorkingDays: number;
}

export interface Conference extends ConferenceDetails {
  /** UUIDv7. */
  readonly id: string;
  /** Its name in addresses: `annual-conference-2027`. */
  readonly slug: string;
  readonly status: ConferenceStatus;
  readonly statusReason: string | null;
  /** The conference that it was copied from. */
  readonly copiedFrom: string | null;
  /** Rises with every change of anything in its set-up. */
  readonly version: number;
}
