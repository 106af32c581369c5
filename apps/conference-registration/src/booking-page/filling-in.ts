import { Temporal } from 'temporal-polyfill';
import { conflict, instantOf, type Actor } from '#platform';
import type { BookingRow } from '../bookings/booking.entity.js';

/** Where a booking stands for whoever fills it in. */
export type FillingIn = 'in-time' | 'out-of-time' | 'done';

/** @param now a hold that has run out may not have been given back yet */
export function fillingIn({ status, heldUntil }: BookingRow, now: Temporal.Instant): FillingIn {
  if (status === 'lapsed') return 'out-of-time';
  if (status !== 'held') return 'done';
  const isInTime = heldUntil !== null && Temporal.Instant.compare(now, instantOf(heldUntil)) < 0;
  return isInTime ? 'in-time' : 'out-of-time';
}

/** @throws Problem 409 for a booking that is not being filled in any more */
export function mustBeFilledIn(booking: BookingRow, now: Temporal.Instant): void {
  if (fillingIn(booking, now) !== 'done') return;
  throw conflict(
    'already-confirmed',
    booking.status === 'cancelled'
      ? 'This booking was given up. Nothing of it can be changed any more.'
      : 'This booking is confirmed already. Open it again to see what can still be changed.',
  );
}

/** @throws Problem 409 for one whose places are not kept any more */
export function mustHavePlaces(booking: BookingRow, now: Temporal.Instant): void {
  mustBeFilledIn(booking, now);
  if (fillingIn(booking, now) === 'in-time') return;
  throw conflict(
    'hold-ran-out',
    'The time has run out, so the places are not kept any more. What you filled in is: take the places again on the booking’s page, then go on.',
  );
}

/** Who did something, by name also where they are no signed-in person: with a guest’s or a delegate’s own link. */
export function named(actor: Actor, name: string): Actor {
  return actor.identity.personId === null && name !== ''
    ? { ...actor, identity: { ...actor.identity, name } }
    : actor;
}
