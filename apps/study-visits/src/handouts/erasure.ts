import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

/** To whom the sheets of hosts and interpreters were mailed; the links have ended by then. */
export const handoutsErasure: readonly ErasurePart[] = [
  {
    key: 'sheet-addresses',
    title: 'Mail addresses that sheets for hosts and interpreters were sent to',
    erase: (manager, visitId) =>
      changedBy(
        manager,
        `UPDATE sheet_links l SET sent_to = NULL FROM sheets s
         WHERE s.id = l.sheet_id AND s.visit_id = $1 AND l.sent_to IS NOT NULL`,
        visitId,
      ),
  },
];
