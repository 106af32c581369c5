import { changedBy, type ErasurePart } from '../erasure/erasure-part.js';

/** What people said for the hotel. Who slept where stays, as the hotels' invoices are checked by it. */
export const roomsErasure: readonly ErasurePart[] = [
  {
    key: 'room-notes',
    title: 'Names in the passport, and notes and needs for the hotel',
    async erase(manager, visitId) {
      await changedBy(
        manager,
        `UPDATE rooming_lists SET lines = (
           SELECT coalesce(jsonb_agg(line || '{"title": "", "note": ""}' ORDER BY place), '[]')
           FROM jsonb_array_elements(lines) WITH ORDINALITY AS each (line, place))
         WHERE visit_id = $1`,
        visitId,
      );
      await changedBy(
        manager,
        'UPDATE room_searches SET problem = NULL, result = NULL WHERE finished_at IS NOT NULL AND visit_id = $1',
        visitId,
      );
      return changedBy(
        manager,
        `UPDATE sleepers SET title = '', forename = '', surname = '', note = '', needs_accessible = false,
           wish_named = '{}', version = version + 1
         WHERE visit_id = $1 AND traveller_id IS NOT NULL AND (title <> '' OR forename <> '' OR surname <> '' OR note <> ''
           OR needs_accessible OR wish_named <> '{}')`,
        visitId,
      );
    },
  },
];
