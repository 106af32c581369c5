import type { ToldLeg } from '../domain/told-legs.js';
import { legFacts, legName } from '../in-words.js';
import type { OwnLeg } from '../legs.js';

/** A leg as its traveller is told of it. */
export const toldLeg = (leg: OwnLeg): ToldLeg => ({
  legId: leg.id,
  title: legName(leg),
  facts: {
    ...legFacts(leg),
    ...(leg.bookingReference !== null && { 'Booking reference': leg.bookingReference }),
    ...(leg.seat !== null && { Seat: leg.seat }),
  },
});
