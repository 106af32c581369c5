import type { ConferenceStage } from './stage.js';

type Query = ConferenceStage['query'];

/**
 * Has the database write down every place that is taken or given back, with how the limits stood that it takes something from:
 * within the transaction that does it, so that nothing between two looks is missed, and a limit that is lowered later does not
 * count for what was taken before.
 */
export async function watchPlaces(query: Query): Promise<void> {
  await query(`
    CREATE TABLE watched_places (
      transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), conference_id uuid, place_id uuid, booking_id uuid,
      offer_id uuid, was text, is_taken boolean, count_id uuid, taken integer, capacity integer, queued integer);
    CREATE FUNCTION watch_place() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      taking text[] := '{reserved,offered,held,confirmed}';
      was text := CASE TG_OP WHEN 'UPDATE' THEN OLD.status END;
      had uuid[] := CASE WHEN TG_OP = 'UPDATE' AND OLD.status = ANY(taking) THEN OLD.count_ids ELSE '{}' END;
      has uuid[] := CASE WHEN NEW.status = ANY(taking) THEN NEW.count_ids ELSE '{}' END;
    BEGIN
      INSERT INTO watched_places (conference_id, place_id, booking_id, offer_id, was, is_taken, count_id, taken, capacity, queued)
      SELECT NEW.conference_id, NEW.id, NEW.booking_id, NEW.offer_id, was, c.id = ANY(has), c.id, c.taken,
        coalesce((SELECT capacity FROM pools WHERE id = c.subject_id), (SELECT uses FROM codes WHERE id = c.subject_id),
          (SELECT places FROM free_allocations WHERE id = c.subject_id)), c.queued
      FROM counts c WHERE (c.id = ANY(has)) <> (c.id = ANY(had));
      RETURN NULL;
    END $$;
    CREATE TRIGGER watch_place AFTER INSERT OR UPDATE ON places FOR EACH ROW EXECUTE FUNCTION watch_place()`);
}

/** What a booking has for what it gave back in the same transaction is no more than it had. */
const taken = `
  WITH given AS (
    SELECT transaction, booking_id, count_id, count(*) AS places FROM watched_places
    WHERE conference_id = $1 AND NOT is_taken AND was = 'confirmed' GROUP BY 1, 2, 3
  ), taken AS (
    SELECT transaction, booking_id, offer_id, count_id, count(*) AS places, max(taken) AS taken, min(capacity) AS capacity,
      max(queued) AS queued
    FROM watched_places WHERE conference_id = $1 AND is_taken GROUP BY 1, 2, 3, 4
  )
  SELECT c.kind, taken.taken, taken.capacity, taken.queued FROM taken JOIN counts c ON c.id = taken.count_id
    LEFT JOIN given USING (transaction, booking_id, count_id)
  WHERE taken.places > coalesce(given.places, 0)`;

/** Every time that a place was taken over a limit as it was at that moment. */
export const takenOverALimit = (query: Query, conferenceId: string): Promise<unknown[]> =>
  query(`${taken} AND taken.taken > taken.capacity`, [conferenceId]);

/** Every time that somebody was given what others waited for, without its having been offered to them. */
export const takenPastTheLine = (query: Query, conferenceId: string): Promise<unknown[]> =>
  query(`${taken} AND taken.queued > 0 AND taken.offer_id IS NULL`, [conferenceId]);
