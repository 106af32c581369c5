import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { TestIdentity } from '../../events-calendar/signed-in.ts';

/** A program that books for an organisation of its own. */
export interface BenchBooker {
  readonly organisationId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A conference that is open, with places for everybody, and those who book. */
export interface BenchPlace {
  readonly conferenceId: string;
  readonly slug: string;
  readonly ticketId: string;
  /** What it costs with VAT. */
  readonly grossPence: number;
  readonly bookers: readonly BenchBooker[];
}

const capacity = 10_000_000;
const categories = ['full', 'associate', 'affiliate', 'supporter', 'non-member'];

/** Writes it straight into the tables: three pools that overlap, and so many organisations, each with one who books. */
export async function setUp(db: pg.Client, identity: TestIdentity, clients: number): Promise<BenchPlace> {
  const conferenceId = randomUUID();
  const slug = 'bench';
  await db.query(
    `INSERT INTO conferences (id, slug, title, first_day, last_day, zone, summary, description, contact_email, terms,
       payment_days, offer_working_days, status, version, created_at, changed_at)
     VALUES ($1, $2, 'Annual Conference', '2035-10-09', '2035-10-10', 'Europe/London', 'Two days together.', $3,
       'conference@example.org', $4, 30, 2, 'open', 1, now(), now())`,
    [
      conferenceId,
      slug,
      'Two days of talks, workshops and a dinner with people from councils all over the country. '.repeat(12),
      'Places may be given to somebody else free of charge until the deadline. '.repeat(12),
    ],
  );
  const tickets: string[] = [];
  for (const [index, name] of ['Both days', 'First day', 'Second day'].entries()) {
    const id = randomUUID();
    tickets.push(id);
    await db.query(
      `INSERT INTO ticket_types (id, conference_id, position, kind, name, description, format, vat_basis_points, hidden,
         least, needs_approval)
       VALUES ($1, $2, $3, 'ticket', $4, '', 'in-person', 2000, false, 0, false)`,
      [id, conferenceId, index + 1, name],
    );
    for (const category of categories) {
      await db.query('INSERT INTO prices (ticket_type_id, category, pence) VALUES ($1, $2, 19500)', [
        id,
        category,
      ]);
    }
  }
  const [both = '', first, second] = tickets;
  const pools: [string, (string | undefined)[]][] = [
    ['Everything', tickets],
    ['First day', [both, first]],
    ['Second day', [both, second]],
  ];
  for (const [index, [name, ids]] of pools.entries()) {
    await db.query(
      `INSERT INTO pools (id, conference_id, position, name, capacity, per_organisation, ticket_type_ids)
       VALUES ($1, $2, $3, $4, $5, false, $6)`,
      [randomUUID(), conferenceId, index + 1, name, capacity, ids],
    );
  }
  const bookers: BenchBooker[] = [];
  for (let number = 0; number < clients; number += 1) bookers.push(await booker(db, identity, number));
  return { conferenceId, slug, ticketId: both, grossPence: 23_400, bookers };
}

async function booker(db: pg.Client, identity: TestIdentity, number: number): Promise<BenchBooker> {
  const [personId, organisationId] = [randomUUID(), randomUUID()];
  const name = `Booker ${number}`;
  await db.query(
    `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, $2, 'full', 'member', 1)`,
    [organisationId, `Council ${number}`],
  );
  await db.query(`INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, $3, '{}', 1)`, [
    personId,
    name,
    `booker-${number}@example.org`,
  ]);
  await db.query(
    `INSERT INTO affiliations (person_id, organisation_id, role, is_booking_contact) VALUES ($1, $2, 'officer', true)`,
    [personId, organisationId],
  );
  const roles = ['person', 'booking-contact'] as const;
  return { organisationId, headers: await identity.headers({ id: personId, name, roles, via: 'api' }) };
}
