import type { EntityManager } from 'typeorm';
import type { CalendarEvent } from '../events/domain/event.js';
import type { FollowKnown } from './domain/publication-readers.js';

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

/** Who follows the series or one of the events, and since when. */
export async function followsAround(
  manager: EntityManager,
  series: string | null,
  eventIds: readonly string[],
): Promise<FollowKnown[]> {
  return manager.query(
    `SELECT person_id AS "personId", event_id AS "eventId", since FROM follows
     WHERE series = $1 OR event_id = ANY($2) ORDER BY person_id`,
    [series, eventIds],
  );
}
