import { problemsOf, refused, type Checked } from '#checks';
import type { Temporal } from 'temporal-polyfill';
import { checkWish, type Wish } from '../../bookings/domain/wish.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { checkGuest, type guestFields, type GuestDetails } from './guest-details.js';

/** Checks who a guest is and what they want together, so that they are told all that is wrong at once. */
export function checkRequest(
  catalogue: Catalogue,
  typed: Readonly<Record<(typeof guestFields)[number], string>>,
  wish: Wish,
  now: Temporal.Instant,
): Checked<GuestDetails> {
  const guest = checkGuest(typed);
  const order = checkWish(catalogue, wish, null, now);
  return guest.ok && order.ok ? guest : refused(...problemsOf(guest, order));
}
