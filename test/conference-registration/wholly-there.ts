import { v5 as uuidv5 } from 'uuid';
import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import type { ConferenceStage } from './stage.js';

type Query = ConferenceStage['query'];

/** All that a booking brings about, as it is in the tables. */
interface Booked {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  /** How many delegates, and how many of them are confirmed and have an address. */
  readonly delegates: number;
  readonly confirmed: number;
  readonly withAddress: number;
  /** By status. */
  readonly places: Readonly<Record<string, number>>;
  readonly gross: number;
  readonly invoices: readonly { readonly gross: number; readonly lines: number }[];
  /** Lines of its history that say that it was confirmed. */
  readonly confirmations: number;
  readonly told: number;
  readonly delegatesTold: number;
  readonly mailsToDelegates: number;
}

const readBookings = `
  SELECT b.id, b.reference, b.status, d.delegates, d.confirmed, d."withAddress", coalesce(p.places, '{}') AS places,
    coalesce(p.gross, 0)::int AS gross, i.invoices, h.confirmations, o.told, o."delegatesTold", o."mailsToDelegates"
  FROM bookings b
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS delegates, count(*) FILTER (WHERE status = 'confirmed')::int AS confirmed,
      count(email) FILTER (WHERE status = 'confirmed')::int AS "withAddress", array_agg(id::text) AS ids
    FROM delegates WHERE booking_id = b.id) d
  CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(status, number) AS places, sum(gross) FILTER (WHERE status <> 'released') AS gross
    FROM (SELECT status, count(*) AS number, sum(net_pence + round(net_pence * vat_basis_points / 10000.0)) AS gross
      FROM places WHERE booking_id = b.id GROUP BY status) by_status) p
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('gross', i.gross_pence, 'lines',
      (SELECT count(*) FROM document_lines l JOIN places p ON p.id = l.place_id AND p.booking_id = b.id
       WHERE l.document_id = i.id))), '[]') AS invoices
    FROM documents i WHERE i.booking_id = b.id AND i.series = 'invoice') i
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE act = 'confirmed')::int AS confirmations
    FROM booking_history WHERE booking_id = b.id) h
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE type LIKE '%.booking-confirmed.v1' AND aggregate_id = b.id::text)::int AS told,
      count(*) FILTER (WHERE type LIKE '%.delegate-confirmed.v1' AND aggregate_id = ANY (d.ids))::int AS "delegatesTold",
      count(*) FILTER (WHERE type LIKE '%.mail-requested.v1' AND payload ->> 'subject' LIKE 'You are registered%')::int
        AS "mailsToDelegates"
    FROM outbox WHERE correlation_id IN (SELECT request_id FROM booking_history WHERE booking_id = b.id)) o
  WHERE b.conference_id = $1`;

/**
 * What is wrong with a conference's bookings: each has to be wholly there or not at all, however it was brought about.
 *
 * @returns sentences; none when all is well
 */
export async function halfThere(query: Query, conferenceId: string): Promise<string[]> {
  const bookings = await query<Booked>(readBookings, [conferenceId]);
  const mails = await query<{ id: string }>(
    `SELECT aggregate_id AS id FROM outbox WHERE type = 'conference-registration.mail-requested.v1'`,
  );
  const asked = new Map<string, number>();
  for (const { id } of mails) asked.set(id, (asked.get(id) ?? 0) + 1);
  return bookings.flatMap((booking) =>
    wrongWith(booking, asked.get(uuidv5('booking-confirmed', booking.id)) ?? 0).map(
      (what) => `${booking.reference} (${booking.status}): ${what}`,
    ),
  );
}

function wrongWith(booking: Booked, mailsToBooker: number): string[] {
  const isConfirmed = booking.status === 'confirmed';
  const { places, invoices } = booking;
  const invoiced = invoices.reduce((sum, { gross }) => sum + gross, 0);
  const lines = invoices.reduce((sum, one) => sum + one.lines, 0);
  const all = Object.values(places).reduce((sum, number) => sum + number, 0);
  const once = isConfirmed ? 1 : 0;
  const expected: readonly (readonly [string, number, number])[] = [
    ['confirmed places', places['confirmed'] ?? 0, isConfirmed ? all : 0],
    ['confirmed delegates', booking.confirmed, isConfirmed ? booking.delegates : 0],
    ['invoices', invoices.length, once],
    ['pence invoiced', invoiced, isConfirmed ? booking.gross : 0],
    ['places invoiced', lines, isConfirmed ? all : 0],
    ['confirmations in its history', booking.confirmations, once],
    ['messages about it', booking.told, once],
    ['messages about delegates', booking.delegatesTold, isConfirmed ? booking.delegates : 0],
    ['mails to its booker', mailsToBooker, once],
    ['mails to delegates', booking.mailsToDelegates, booking.withAddress],
  ];
  return expected.flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [`${found} ${what}, not ${wanted}`],
  );
}

/** What is wrong with the numbers of all invoices: they are 1 to as many as there are. */
export async function wrongNumbers(query: Query): Promise<string[]> {
  const rows = await query<{ number: number }>(
    `SELECT number FROM documents WHERE series = 'invoice' ORDER BY number`,
  );
  return rows.flatMap(({ number }, index) =>
    number === index + 1 ? [] : [`invoice ${number} stands where ${index + 1} should`],
  );
}

/** All of it, and that the counts of what is taken are what there is. */
export async function faultsIn(query: Query, conferenceId: string): Promise<string[]> {
  const miscounts = await placesAddUp(query, conferenceId);
  return [
    ...(await halfThere(query, conferenceId)),
    ...(await wrongNumbers(query)),
    ...miscounts.map((miscount) => `does not add up: ${JSON.stringify(miscount)}`),
  ];
}
