import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

const ofVisit = 'SELECT id FROM travellers WHERE visit_id = $1';

/** What was booked under people’s names, and how they travelled on their own. */
export const travelErasure: readonly ErasurePart[] = [
  {
    key: 'booking-references',
    title: 'Booking references of journeys',
    async erase(manager, visitId) {
      // The mails' own copy of the same.
      await changedBy(manager, `DELETE FROM told_travel WHERE traveller_id IN (${ofVisit})`, visitId);
      return changedBy(
        manager,
        `UPDATE leg_travellers SET booking_reference = NULL
         WHERE booking_reference IS NOT NULL AND traveller_id IN (${ofVisit})`,
        visitId,
      );
    },
  },
  {
    key: 'own-ways',
    title: 'Ways there and back on one’s own',
    erase: (manager, visitId) =>
      changedBy(manager, `DELETE FROM own_travel WHERE traveller_id IN (${ofVisit})`, visitId),
  },
];
