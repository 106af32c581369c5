import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

/** By which they were reached on the way. */
export const travellersErasure: readonly ErasurePart[] = [
  {
    key: 'phones',
    title: 'Travellers’ phone numbers',
    erase: (manager, visitId) =>
      changedBy(
        manager,
        'UPDATE travellers SET phone = NULL WHERE visit_id = $1 AND phone IS NOT NULL',
        visitId,
      ),
  },
];
