import { beginBooking, fillIn, pagesOf, totalOn } from './booking-stage.js';
import type { Booker, ConferenceStage, StagedConference } from './stage.js';

/** Two kinds of tickets and a dinner; until August 80 per cent are paid back. */
export const changeableConference = (
  stage: ConferenceStage,
  columns: Readonly<Record<string, unknown>> = {},
  capacity = 50,
) =>
  stage.conference({
    tickets: { Both: {}, Day: { price: 10_000 }, Dinner: { kind: 'add-on', price: 4500 } },
    pools: { Room: { capacity, tickets: ['Both', 'Day'] } },
    columns: { refund_steps: JSON.stringify([{ until: '2035-08-31', percent: 80 }]), ...columns },
  });

/** A confirmed booking of so many. @returns its reference */
export async function bookConfirmed(
  stage: ConferenceStage,
  booker: Booker,
  conference: StagedConference,
  names: readonly string[],
): Promise<string> {
  const theirs = pagesOf(stage, booker.headers);
  const reference = await beginBooking(stage, booker, conference, { Both: names.length });
  await fillIn(theirs, reference, names);
  const total = await totalOn(theirs, reference);
  const confirmed = await theirs.post(`/conference/bookings/${reference}/confirm`, { total, terms: 'yes' });
  if (confirmed.status !== 303) throw new Error(confirmed.text);
  return reference;
}

interface Document {
  label: string;
  series: string;
  net: number;
  vat: number;
  gross: number;
  outstanding: number;
  reason: string | null;
  lines: { description: string; netPence: number; vatPence: number }[];
}

/** What was issued for a booking, the oldest first. */
export const documentsOf = ({ query }: ConferenceStage, reference: string) =>
  query<Document>(
    `SELECT d.label, d.series, d.net_pence AS net, d.vat_pence AS vat, d.gross_pence AS gross,
       d.gross_pence - coalesce((SELECT sum(s.pence) FROM settlements s WHERE s.invoice_id = d.id AND s.undone_at IS NULL), 0)::int
         AS outstanding, d.content ->> 'reason' AS reason, d.content -> 'lines' AS lines
     FROM documents d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1 ORDER BY d.issued_at, d.id`,
    [reference],
  );

interface Mail {
  subject: string;
  text: string;
  to: string;
  kind: string;
  method: string | null;
}

/** Mails asked for about a booking, the newest last. */
export const mailsOf = ({ query }: ConferenceStage, reference: string) =>
  query<Mail>(
    `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text, payload -> 'to' ->> 'address' AS "to",
       payload ->> 'kind' AS kind, payload -> 'calendar' ->> 'method' AS method
     FROM outbox WHERE type = 'conference-registration.mail-requested.v1' AND payload ->> 'text' LIKE '%' || $1 || '%'
     ORDER BY at, id`,
    [reference],
  );

/** What other apps were told of a booking and its delegates. */
export const toldOf = ({ query }: ConferenceStage, reference: string) =>
  query<{ type: string; version: number }>(
    `SELECT replace(o.type, 'conference-registration.', '') AS type, (o.payload ->> 'version')::int AS version FROM outbox o
     JOIN bookings b ON b.id::text IN (o.payload ->> 'bookingId', o.payload ->> 'id')
     WHERE b.reference = $1 ORDER BY o.at, o.id`,
    [reference],
  );

/** Counts that disagree with the places there are. */
export const miscounts = ({ query }: ConferenceStage, conference: StagedConference) =>
  query(
    `SELECT c.id FROM counts c WHERE c.conference_id = $1 AND c.taken <> (
       SELECT count(*) FROM places p WHERE c.id = ANY(p.count_ids) AND p.status IN ('reserved', 'offered', 'held', 'confirmed'))`,
    [conference.id],
  );

/** The value of a form’s field. */
export const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? `no ${name}`;
