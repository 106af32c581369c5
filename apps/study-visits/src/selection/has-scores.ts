import type { EntityManager } from 'typeorm';

/** Whether anybody has scored an application for the visit. */
export async function hasScores(manager: EntityManager, visitId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM selection_scores s JOIN selection_assessors a ON a.id = s.assessor_id
     WHERE a.visit_id = $1 LIMIT 1`,
    [visitId],
  );
  return rows.length > 0;
}
