import type { Temporal } from 'temporal-polyfill';
import type { ConferenceDay, ConferenceStatus, RefundStep } from '../../conferences/domain/conference.js';

/** A conference's own row. Days are ISO. */
export interface Conference {
  readonly id: string;
  readonly version: number;
  /** Its name in addresses. */
  readonly slug: string;
  readonly title: string;
  readonly hostOrganisationId: string | null;
  readonly hostName: string | null;
  readonly venueName: string | null;
  readonly venueAddress: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: readonly ConferenceDay[];
  /** IANA zone of its days and prices. */
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly opensAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly changesUntil: Temporal.Instant | null;
  readonly refundSteps: readonly RefundStep[];
  readonly terms: string;
  readonly paymentDays: number;
  readonly offerWorkingDays: number;
  readonly status: ConferenceStatus;
  readonly statusReason: string | null;
  /** Of the calendar's event, where that was there before; `null`: it follows from the id. */
  readonly calendarUid: string | null;
}

export { conferenceStatuses } from '../../conferences/domain/conference.js';
export type { ConferenceDay, ConferenceStatus, RefundStep } from '../../conferences/domain/conference.js';
