import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '#platform';
import type { BookingDetails } from './booking-details.js';
import type { FillingIn } from './filling-in.js';

/** A booking that somebody has opened and has a right to. */
export interface OpenBooking extends BookingDetails {
  /** By which it was asked for, which its addresses hold. */
  readonly key: string;
  readonly path: string;
  readonly actor: Actor;
  readonly standing: FillingIn;
  readonly now: Temporal.Instant;
}
