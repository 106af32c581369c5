import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import type { ConferenceStage } from './stage.js';
import { takenOverALimit, takenPastTheLine } from './watched-places.js';

type Query = ConferenceStage['query'];

/** How many messages of a type there are about something, whose id is the expression. */
const told = (type: string, id: string) =>
  `(SELECT count(*) FROM outbox WHERE type = 'conference-registration.${type}.v1' AND aggregate_id = ${id}::text)`;

const mails = (subject: string, address: string) =>
  `(SELECT count(*) FROM outbox WHERE type = 'conference-registration.mail-requested.v1'
     AND payload ->> 'subject' LIKE ${subject} AND payload -> 'to' ->> 'address' = ${address})`;

/** Lines of documents of a series that speak of a place. */
const lines = (series: string, what = 'count(*)') =>
  `(SELECT ${what} FROM document_lines l JOIN documents d ON d.id = l.document_id
     WHERE l.place_id = p.id AND d.series = '${series}')`;

/** What must never be found once everything has come to rest, each with a query for it; `$1` is the conference. */
const faults: Readonly<Record<string, string>> = {
  'a series with a gap, or a number that is there twice': `
    SELECT series, count(*) FROM documents WHERE $1::uuid IS NOT NULL
    GROUP BY series HAVING min(number) <> 1 OR max(number) <> count(*) OR count(DISTINCT number) <> count(*)`,
  'a place in another state than its booking': `
    SELECT b.reference, b.status, p.status AS place FROM places p JOIN bookings b ON b.id = p.booking_id
    WHERE b.conference_id = $1 AND p.status <> 'released' AND p.status <> b.status`,
  'a hold whose time is over': `
    SELECT reference FROM bookings WHERE conference_id = $1 AND status = 'held' AND held_until <= now()`,
  'a delegate who has not exactly one ticket, or has one without being booked': `
    SELECT b.reference, d.number, d.status, count(t.id) FROM delegates d JOIN bookings b ON b.id = d.booking_id
      LEFT JOIN places p ON p.delegate_id = d.id AND p.status IN ('held', 'confirmed')
      LEFT JOIN ticket_types t ON t.id = p.ticket_type_id AND t.kind = 'ticket'
    WHERE d.conference_id = $1 GROUP BY b.id, d.id
    HAVING count(t.id) <> (d.status <> 'cancelled' AND b.status IN ('held', 'confirmed'))::int`,
  'a confirmed place that is not on exactly one invoice, or is credited': `
    SELECT p.id FROM places p JOIN bookings b ON b.id = p.booking_id
    WHERE b.conference_id = $1 AND p.status = 'confirmed' AND p.net_pence > 0
      AND (${lines('invoice')} <> 1 OR ${lines('credit-note')} <> 0)`,
  'a document about a place that was never confirmed': `
    SELECT p.id FROM places p JOIN document_lines l ON l.place_id = p.id
    WHERE p.conference_id = $1 AND p.status <> 'confirmed'
      AND NOT EXISTS (SELECT FROM watched_places w WHERE w.place_id = p.id AND w.was = 'confirmed')`,
  // Eight tenths where it was cancelled; of a ticket that was exchanged, what the other one costs counts in full.
  'a place that was cancelled and is not credited as the rules say': `
    SELECT p.id, p.net_pence, ${lines('credit-note', 'sum(l.net_pence)')} FROM places p
      JOIN LATERAL (SELECT transaction, booking_id FROM watched_places w
        WHERE w.place_id = p.id AND w.was = 'confirmed' AND NOT is_taken LIMIT 1) g ON true
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM watched_places w
        WHERE w.transaction = g.transaction AND w.booking_id = g.booking_id AND w.is_taken) AS exchanged) e
    WHERE p.conference_id = $1 AND p.net_pence > 0 AND (
      ${lines('invoice')} <> 1 OR ${lines('credit-note')} <> 1
      OR ${lines('credit-note', 'sum(l.net_pence)')} NOT BETWEEN p.net_pence * 0.8 AND p.net_pence * CASE WHEN exchanged THEN 1 ELSE 0.8 END)`,
  'a booking that is not confirmed once, with its mail and its message': `
    SELECT b.reference FROM bookings b
    WHERE b.conference_id = $1 AND (
      (SELECT count(*) FROM booking_history WHERE booking_id = b.id AND act = 'confirmed') <> (b.confirmed_at IS NOT NULL)::int
      OR ${mails(`'Your booking is confirmed%' || b.reference || '%'`, 'b.booker_email')} <> (b.confirmed_at IS NOT NULL)::int
      OR ${told('booking-confirmed', 'b.id')} <> (b.confirmed_at IS NOT NULL)::int)`,
  'a confirmed booking with something to pay and no invoice, or the other way': `
    SELECT b.reference FROM bookings b WHERE b.conference_id = $1
      AND EXISTS (SELECT FROM documents d WHERE d.booking_id = b.id AND d.series = 'invoice')
        <> (b.confirmed_at IS NOT NULL AND EXISTS (SELECT FROM places p WHERE p.booking_id = b.id AND p.net_pence > 0
          AND (p.status = 'confirmed'
            OR EXISTS (SELECT FROM watched_places w WHERE w.place_id = p.id AND w.was = 'confirmed'))))`,
  'a delegate who is not told once that they are registered': `
    SELECT b.reference, d.email FROM delegates d JOIN bookings b ON b.id = d.booking_id
    WHERE d.conference_id = $1 AND d.status = 'confirmed' AND d.email IS NOT NULL
      AND (${mails(`'You are registered%'`, 'd.email')} <> 1 OR ${told('delegate-confirmed', 'd.id')} = 0)`,
  'a delegate who is cancelled and not told so once': `
    SELECT b.reference, d.email FROM delegates d JOIN bookings b ON b.id = d.booking_id
    WHERE d.conference_id = $1 AND d.status = 'cancelled' AND b.confirmed_at IS NOT NULL AND d.email IS NOT NULL
      AND (${mails(`'You are registered%'`, 'd.email')} <> 1 OR ${told('delegate-cancelled', 'd.id')} <> 1
        OR (SELECT count(*) FROM outbox WHERE payload -> 'calendar' ->> 'method' = 'CANCEL'
          AND payload -> 'to' ->> 'address' = d.email) <> 1)`,
  'somebody who waits for what is free': `
    WITH limits AS (
      SELECT w.id, w.number, w.wanted, CASE WHEN w.all_together THEN w.wanted ELSE 1 END AS need, o.id AS pool, o.whose,
        o.capacity - coalesce(c.taken, 0) AS free
      FROM waiting_entries w
        JOIN LATERAL (SELECT *, CASE WHEN per_organisation THEN w.organisation_id ELSE '' END AS whose FROM pools
          WHERE conference_id = $1 AND w.ticket_type_id = ANY(ticket_type_ids)) o ON true
        LEFT JOIN counts c ON c.subject_id = o.id AND c.organisation = o.whose
      WHERE w.conference_id = $1 AND w.status = 'waiting')
    SELECT id FROM limits GROUP BY id
    HAVING bool_and(free >= need AND NOT EXISTS (SELECT FROM limits before WHERE before.number < limits.number
      AND before.pool = limits.pool AND before.whose = limits.whose AND before.free < before.wanted))`,
  'an offer that keeps other places than it says, or an ended one that keeps any': `
    SELECT o.id, o.status, o.places FROM offers o WHERE o.conference_id = $1
      AND (SELECT count(*) FROM places p WHERE p.offer_id = o.id AND p.status = 'offered')
        <> CASE o.status WHEN 'open' THEN o.places ELSE 0 END`,
  'a limit that keeps other people waiting than it says': `
    SELECT c.id FROM counts c WHERE c.conference_id = $1 AND c.queued <> (SELECT count(*) FROM waiting_entries w
      WHERE w.conference_id = $1 AND w.status = 'waiting' AND c.id = ANY(w.blocked_by))`,
};

/** Everything that is wrong with a conference after many have booked, changed, cancelled and waited at the same time. */
export async function faultsAfterRush(query: Query, conferenceId: string): Promise<string[]> {
  const found: [string, readonly unknown[]][] = [
    ['a limit that was gone over', await takenOverALimit(query, conferenceId)],
    ['somebody who got past the line', await takenPastTheLine(query, conferenceId)],
    ['a count that does not add up', await placesAddUp(query, conferenceId)],
  ];
  for (const [fault, sql] of Object.entries(faults)) found.push([fault, await query(sql, [conferenceId])]);
  return found.flatMap(([fault, rows]) =>
    rows.length === 0 ? [] : [`${fault} (${rows.length}): ${JSON.stringify(rows.slice(0, 3))}`],
  );
}
