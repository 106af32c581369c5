import { Temporal } from 'temporal-polyfill';
import { conflict, dateOf, isStaff, type Identity, type Problem } from '#platform';
import { momentInWords } from '#ui';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { areChangesOver, changesEnd } from './domain/changes-end.js';

type Changed = Pick<BookingDetails, 'booking' | 'catalogue'>;

/** Why nobody, or not this person, can change a booking now; `null`: they can. Staff can for as long as it is booked. */
export function whyUnchangeable(
  { booking, catalogue: { conference } }: Changed,
  identity: Identity,
  now: Temporal.Instant,
): Problem | null {
  if (booking.status === 'cancelled') {
    return conflict(
      'booking-cancelled',
      'This booking is cancelled, so nothing of it can be changed any more.',
    );
  }
  if (booking.status !== 'confirmed' && booking.status !== 'applied') {
    return conflict(
      'not-confirmed',
      'This booking is not confirmed yet. Go on with it on its page: everything can be changed there.',
    );
  }
  if (isStaff(identity)) return null;
  if (conference.status === 'cancelled') {
    return conflict(
      'conference-cancelled',
      'The conference is cancelled. We cancel all bookings and write to everybody, so there is nothing for you to do.',
    );
  }
  return areChangesOver(conference, now) ? tooLate(conference) : null;
}

/** @throws Problem 409 `booking-cancelled`, `not-confirmed`, `conference-cancelled` or `changes-over` */
export function mustBeChangeable(details: Changed, identity: Identity, now: Temporal.Instant): void {
  const problem = whyUnchangeable(details, identity, now);
  if (problem !== null) throw problem;
}

const tooLate = (conference: Changed['catalogue']['conference']): Problem =>
  conflict(
    'changes-over',
    `Bookings could be changed until ${momentInWords(dateOf(changesEnd(conference)), conference.zone)}. Ask the staff if you need a change now.`,
  );
