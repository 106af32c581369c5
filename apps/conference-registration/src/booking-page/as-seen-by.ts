import { isStaff, type Identity } from '#platform';
import { withheldFrom } from '../questions/domain/confidences.js';
import type { BookedDelegate, BookingDetails } from './booking-details.js';

/** A booking as somebody may see it: staff who did not book it themselves see what delegates need on a page of its own. */
export function asSeenBy<Details extends BookingDetails>(details: Details, identity: Identity): Details {
  const { booking, delegates } = details;
  const onlooker = isStaff(identity) && identity.personId !== booking.bookerPersonId ? 'staff' : 'booker';
  return {
    ...details,
    delegates: delegates.map((booked) => ({
      ...booked,
      withheld: withheldFrom(onlooker, booked.inConfidence),
    })),
  };
}

/** A delegate as they see themselves. */
export const asSeenByThemselves = (booked: BookedDelegate): BookedDelegate => ({
  ...booked,
  withheld: new Set(),
});
