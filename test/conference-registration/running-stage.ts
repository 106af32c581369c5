import { beginBooking, pagesOf, payment, totalOn, type Pages } from './booking-stage.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

/** Conference registration, with staff who run a conference. */
export interface RunningStage extends ConferenceStage {
  /** A member of staff's browser. */
  readonly staff: Pages;
  /** Headers of a program of theirs. */
  readonly staffApi: Readonly<Record<string, string>>;
  /** Books places for delegates of these names, and confirms. @returns the reference */
  booked(
    this: void,
    booker: Booker,
    conference: StagedConference,
    ticket: string,
    names: readonly string[],
  ): Promise<string>;
}

export async function startRunning(): Promise<RunningStage> {
  const stage = await startConferences();
  await stage.query(
    `INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, 'sam@example.org', '{staff}', 1)`,
    [staffPerson.id, staffPerson.name],
  );
  return {
    ...stage,
    staff: pagesOf(stage, await stage.headers(staffPerson)),
    staffApi: await stage.headers({ ...staffPerson, via: 'api' }),
    booked: async (booker, conference, ticket, names) => {
      const reference = await beginBooking(stage, booker, conference, { [ticket]: names.length });
      const pages = pagesOf(stage, booker.headers);
      const ticketTypeId = conference.tickets[ticket] ?? '';
      for (const [index, name] of names.entries()) {
        const email = `${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}@example.org`;
        await pages.post(`/conference/bookings/${reference}/delegates/${index + 1}`, {
          name,
          email,
          ticketTypeId,
        });
      }
      await pages.post(`/conference/bookings/${reference}/payment`, payment);
      const answer = await pages.post(`/conference/bookings/${reference}/confirm`, {
        total: await totalOn(pages, reference),
        terms: 'yes',
      });
      if (answer.status !== 303) throw new Error(`the booking was not confirmed: ${answer.text}`);
      return reference;
    },
  };
}

/** Many confirmed bookings with two delegates each, straight into the tables. */
export async function stageMany(
  { query }: ConferenceStage,
  { id, tickets }: StagedConference,
  ticket: string,
  bookings: number,
): Promise<void> {
  await query(
    `WITH made AS (
       INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category,
         booker_name, booker_email, version, created_at, confirmed_at)
       SELECT gen_random_uuid(), 'CN-' || lpad(n::text, 6, 'X'), $1, 'confirmed', 'organisation', 'org-' || n % 90,
         'Council ' || n % 90, 'full', 'Booker ' || n, 'booker' || n || '@example.org', 1,
         now() - n * interval '1 hour', now() - n * interval '1 hour'
       FROM generate_series(1, $3::int) n RETURNING id
     ), those AS (
       INSERT INTO delegates (id, booking_id, conference_id, number, status, name, email, version)
       SELECT gen_random_uuid(), made.id, $1, n, 'confirmed', 'Delegate ' || n, 'd@example.org', 1
       FROM made, generate_series(1, 2) n RETURNING id, booking_id
     )
     INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, booking_id, delegate_id, net_pence,
       vat_basis_points, made_at)
     SELECT gen_random_uuid(), $1, $2, 'confirmed', '{}', booking_id, id, 19500, 2000, now() FROM those`,
    [id, tickets[ticket], bookings],
  );
}
