import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

const counts = 'SELECT id FROM head_counts WHERE visit_id = $1';

/** Who was counted where; how many there were stays with each count that was closed. */
export const headCountsErasure: readonly ErasurePart[] = [
  {
    key: 'head-count-marks',
    title: 'Marks of head counts, with where people were',
    async erase(manager, visitId) {
      await changedBy(
        manager,
        `UPDATE head_count_closings SET people = '[]', decision = NULL, reopened_why = NULL
         WHERE count_id IN (${counts})`,
        visitId,
      );
      return changedBy(manager, `DELETE FROM head_count_marks WHERE count_id IN (${counts})`, visitId);
    },
  },
];
