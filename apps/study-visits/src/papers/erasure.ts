import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

/** What was given in writing names people; that there were so many versions stays known. */
export const papersErasure: readonly ErasurePart[] = [
  {
    key: 'papers',
    title: 'Papers that name travellers: programmes, emergency cards, sheets',
    async erase(manager, visitId) {
      await changedBy(
        manager,
        'DELETE FROM paper_files USING paper_makings m WHERE m.id = making_id AND m.visit_id = $1',
        visitId,
      );
      return changedBy(
        manager,
        `UPDATE papers SET content = NULL, names = '{}' WHERE visit_id = $1 AND content IS NOT NULL`,
        visitId,
      );
    },
  },
];
