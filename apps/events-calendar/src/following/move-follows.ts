import type { EntityManager } from 'typeorm';

/** Lets a person's follows become another's. What both followed is followed once, as by the one whose they
 * become, with the reminders of both. */
export async function moveFollows(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query(
    `INSERT INTO follow_reminders (follow_id, days_before, since)
     SELECT kept.id, r.days_before, r.since
     FROM follow_reminders r JOIN follows f ON f.id = r.follow_id
       JOIN follows kept ON kept.event_id = f.event_id OR kept.series = f.series
     WHERE f.person_id = $1 AND kept.person_id = $2 ON CONFLICT DO NOTHING`,
    [from, to],
  );
  await manager.query(
    `DELETE FROM follows f USING follows kept
     WHERE f.person_id = $1 AND kept.person_id = $2 AND (kept.event_id = f.event_id OR kept.series = f.series)`,
    [from, to],
  );
  await manager.query('UPDATE follows SET person_id = $2 WHERE person_id = $1', [from, to]);
}
