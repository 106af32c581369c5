import type { EntityManager } from 'typeorm';
import type { CalendarEvent } from '../events/domain/event.js';

/** Somebody who follows an event, by itself or with its series. */
export interface Follower {
  readonly personId: string;
  /** The event's version when they began to follow it; 0 for those who follow its series. */
  readonly knownVersion: number;
}

/**
 * Everybody who is to hear of changes of the event, each once. Left out are those whom its publication is still to be told
 * to, or was told to as it stands now.
 */
export async function followersOf(manager: EntityManager, event: CalendarEvent): Promise<Follower[]> {
  const rows: { person_id: string; known: number }[] = await manager.query(
    `SELECT f.person_id, max(f.known_version) AS known
     FROM follows f
     WHERE (f.event_id = $1 OR f.series = $2)
       AND NOT EXISTS (
         SELECT FROM notices n WHERE n.event_id = $1 AND n.why = 'published'
         AND (n.told_at IS NULL OR n.to_version >= $3) AND f.since <= n.first_at)
     GROUP BY f.person_id`,
    [event.id, event.series, event.version],
  );
  return rows.map(({ person_id: personId, known: knownVersion }) => ({ personId, knownVersion }));
}

/**
 * Whom the publication of an event is told to: those who followed its series then, and those to whom it came with the later
 * dates of another event. Whoever began to follow the event itself since then has it already.
 *
 * @param since when the publication was heard of
 */
export async function newsReaders(
  manager: EntityManager,
  event: CalendarEvent,
  since: Date,
): Promise<{ readonly ofSeries: string[]; readonly ofDates: string[] }> {
  const rows: { person_id: string; of_dates: boolean }[] = await manager.query(
    `SELECT f.person_id, bool_or(f.event_id IS NOT NULL) AS of_dates
     FROM follows f
     WHERE (f.event_id = $1 OR f.series = $2) AND f.since <= $3
       AND NOT EXISTS (SELECT FROM follows o WHERE o.person_id = f.person_id AND o.event_id = $1 AND o.since > $3)
     GROUP BY f.person_id`,
    [event.id, event.series, since],
  );
  const people = (ofDates: boolean) =>
    rows.filter((row) => row.of_dates === ofDates).map(({ person_id: personId }) => personId);
  return { ofSeries: people(false), ofDates: people(true) };
}
