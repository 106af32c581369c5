import type { Temporal } from 'temporal-polyfill';
import type { TicketDetails } from './ticket-details.js';

/** A ticket type of a conference, as staff see it. */
export interface Ticket extends TicketDetails {
  /** UUIDv7. */
  readonly id: string;
  readonly conferenceId: string;
  readonly position: number;
  /** Since when it is not sold any more. */
  readonly withdrawnAt: Temporal.Instant | null;
  readonly version: number;
}
