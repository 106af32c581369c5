import { randomUUID } from 'node:crypto';
import { runDue } from '../run-due.js';
import { addTraces } from './members/rows.js';
import { beginBooking, fillIn, pagesOf, totalOn } from './booking-stage.js';
import { startConferences, type ConferenceStage } from './stage.js';

let stage: ConferenceStage;
beforeAll(async () => {
  stage = await startConferences();
});
afterAll(() => stage.stop());

const retention = () => runDue(stage.system, 'conference-registration', 'retention');

/** A confirmed booking of one delegate at a conference that was so many months ago. */
async function booked(monthsAgo: number, name: string) {
  const conference = await stage.conference({ tickets: { Full: {} } });
  const booker = await stage.booker({ name: `Booker of ${name}` });
  const pages = pagesOf(stage, booker.headers);
  const reference = await beginBooking(stage, booker, conference, { Full: 1 });
  await fillIn(pages, reference, [name]);
  const confirmed = await pages.post(`/conference/bookings/${reference}/confirm`, {
    total: await totalOn(pages, reference),
    terms: 'yes',
  });
  expect(confirmed.status).toBe(303);
  expect(await rowsOf(conference.id)).toContain(name);
  await stage.query(
    `UPDATE conferences SET first_day = current_date - make_interval(months => $2), last_day = current_date - make_interval(months => $2),
       version = version + 1 WHERE id = $1`,
    [conference.id, monthsAgo],
  );
  return { conference, booker, reference };
}

/** Every row of the tables that hold people, as text. */
async function rowsOf(conferenceId: string): Promise<string> {
  const ofBookings = 'booking_id IN (SELECT id FROM bookings WHERE conference_id = $1)';
  const parts = await Promise.all(
    [
      'bookings WHERE conference_id = $1',
      'delegates WHERE conference_id = $1',
      `answers WHERE ${ofBookings}`,
      `booking_history WHERE ${ofBookings}`,
    ].map((from) =>
      stage.query<{ row: string }>(`SELECT r::text AS row FROM ${from.replace(' WHERE', ' r WHERE')}`, [
        conferenceId,
      ]),
    ),
  );
  return parts
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

describe('what is kept of people', () => {
  it('goes two years after the conference, and how many came stays', async () => {
    const old = await booked(25, 'Olwen Oldtimer');
    const recent = await booked(23, 'Rhys Recent');
    await retention();
    const left = await rowsOf(old.conference.id);
    expect(left).not.toMatch(/Olwen|Oldtimer|robin\./i);
    expect(left).toContain('No longer kept');
    expect(await rowsOf(recent.conference.id)).toContain('Rhys Recent');
    await expect(
      stage.query(`SELECT FROM places WHERE conference_id = $1 AND status = 'confirmed'`, [
        old.conference.id,
      ]),
    ).resolves.toHaveLength(1);
    // Its invoice has to be kept longer.
    await expect(
      stage.query('SELECT FROM documents WHERE conference_id = $1', [old.conference.id]),
    ).resolves.toHaveLength(1);
    // Done once, it is not done again.
    const [row] = await stage.query<{ at: Date }>(
      'SELECT people_forgotten_at AS at FROM conferences WHERE id = $1',
      [old.conference.id],
    );
    await retention();
    await expect(
      stage.query('SELECT people_forgotten_at AS at FROM conferences WHERE id = $1', [old.conference.id]),
    ).resolves.toEqual([row]);
  });
});

describe('whoever was anything at a conference', () => {
  /** The tables in which somebody's name or address stands. */
  async function tablesWith(marks: readonly string[]): Promise<string[]> {
    const tables = await stage.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'conference_registration' ORDER BY tablename`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await stage.query(
        `SELECT FROM ${name} AS r WHERE EXISTS (SELECT FROM unnest($1::text[]) AS mark WHERE strpos(lower(r::text), lower(mark)) > 0)`,
        [marks],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  it('stands in no table two years later, but for those of the books', async () => {
    const gone = { id: randomUUID(), name: 'Gwenllian Longago', email: 'longago@example.org' };
    const here = { id: randomUUID(), name: 'Hedd Lately', email: 'lately@example.org' };
    const marks = (one: typeof gone) => [one.name, one.email, one.id];
    const booking = await addTraces(stage.query, gone);
    await addTraces(stage.query, here);
    const before = await tablesWith(marks(gone));
    // Each of them holds people: what is not among these is forgotten by nobody's leave.
    expect(before).toEqual([
      'answer_files',
      'answers',
      'booking_history',
      'booking_notes',
      'bookings',
      'conference_log',
      'conference_revisions',
      'conferences',
      'delegates',
      'guests',
      'known_travels',
      'payments',
      'stand_shifts',
      'visit_charges',
      'waiting_entries',
    ]);
    await stage.query(
      `UPDATE conferences SET first_day = current_date - interval '25 months', last_day = current_date - interval '25 months'
       WHERE id = (SELECT conference_id FROM bookings WHERE id = $1)`,
      [booking],
    );
    await stage.query(
      `UPDATE stand_shifts SET starts_at = now() - interval '25 months', ends_at = now() - interval '25 months'
       WHERE person_id = $1`,
      [gone.id],
    );
    await stage.query(
      `UPDATE known_travels SET last_day = current_date - interval '25 months' WHERE person_id = $1`,
      [gone.id],
    );
    await stage.query(
      `UPDATE visit_charges SET last_day = current_date - interval '25 months'
       WHERE $1 IN (contact_person_id, traveller_person_id)`,
      [gone.id],
    );
    await retention();
    expect(await tablesWith(marks(gone))).toEqual(['payments']);
    expect(await tablesWith(marks(here))).toEqual(before);
  });
});

describe('documents and payments', () => {
  let number = 0;

  async function invoice(
    customer: string,
    yearsAgo: number,
    chargeId: string | null = null,
  ): Promise<string> {
    const id = randomUUID();
    number += 1;
    await stage.query(
      `INSERT INTO documents (id, series, number, label, customer_id, issued_on, net_pence, vat_pence, gross_pence, content,
         issued_at, issued_by, visit_charge_id)
       VALUES ($1, 'invoice', $2, $3, $4, (current_date - make_interval(years => $5))::date - 1, 100, 20, 120, '{}', now(),
         'staff', $6)`,
      [id, 900_000 + number, `OLD-${number}`, customer, yearsAgo, chargeId],
    );
    await stage.query(
      `INSERT INTO document_lines (document_id, line, description, net_pence, vat_basis_points, vat_pence, gross_pence)
       VALUES ($1, 1, 'Somebody', 100, 2000, 20, 120)`,
      [id],
    );
    return id;
  }

  async function pay(customer: string, invoiceId: string, yearsAgo: number): Promise<string> {
    const id = randomUUID();
    await stage.query(
      `INSERT INTO payments (id, customer_id, direction, on_date, pence, method, reference, note, recorded_at, recorded_by_name)
       VALUES ($1, $2, 'in', (current_date - make_interval(years => $3))::date - 1, 120, 'bank-transfer', '', '', now(), 'Sam')`,
      [id, customer, yearsAgo],
    );
    await stage.query(
      `INSERT INTO settlements (id, customer_id, payment_id, invoice_id, pence, made_at) VALUES ($1, $2, $3, $4, 120, now())`,
      [randomUUID(), customer, id, invoiceId],
    );
    return id;
  }

  const customer = async () => {
    const id = randomUUID();
    await stage.query('INSERT INTO customers (id, organisation_id, name) VALUES ($1, $2, $3)', [
      id,
      randomUUID(),
      'Old Council',
    ]);
    return id;
  };

  const exists = async (table: string, id: string) =>
    (await stage.query(`SELECT FROM ${table} WHERE id = $1`, [id])).length === 1;

  it('go when the law has them kept no longer, with what settled them, unless that is newer', async () => {
    const [one, other] = [await customer(), await customer()];
    const [old, half, young] = [await invoice(one, 8), await invoice(other, 8), await invoice(one, 6)];
    const [oldPaid, newPaid] = [await pay(one, old, 8), await pay(other, half, 5)];
    await retention();
    await expect(exists('documents', old)).resolves.toBe(false);
    await expect(exists('payments', oldPaid)).resolves.toBe(false);
    await expect(exists('documents', half)).resolves.toBe(true);
    await expect(exists('payments', newPaid)).resolves.toBe(true);
    await expect(exists('documents', young)).resolves.toBe(true);
  });

  it('take guests with them, whose names stand on an account of their own', async () => {
    const { conference } = await booked(100, 'Guto Guest');
    const account = async (yearsAgo: number) => {
      const [id, bookingId] = [randomUUID(), randomUUID()];
      await stage.query(
        `INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_name, category, booker_name,
           booker_email, version, created_at)
         VALUES ($1, $2, $3, 'confirmed', 'guest', '', 'non-member', 'Guest', 'guest@example.org', 1, now())`,
        [bookingId, `CN-${bookingId.slice(0, 6)}`, conference.id],
      );
      await stage.query('INSERT INTO customers (id, booking_id, name) VALUES ($1, $2, $3)', [
        id,
        bookingId,
        'Guest',
      ]);
      await invoice(id, yearsAgo);
      return id;
    };
    const [old, young] = [await account(8), await account(6)];
    const member = await customer();
    await invoice(member, 8);
    await retention();
    await expect(exists('customers', old)).resolves.toBe(false);
    await expect(exists('customers', young)).resolves.toBe(true);
    await expect(exists('customers', member)).resolves.toBe(true);
  });

  it('take what was asked for a study visit with them, and travellers who paid for themselves', async () => {
    const account = async (yearsAgo: number) => {
      const [id, chargeId, travellerId] = [randomUUID(), randomUUID(), randomUUID()];
      await stage.query(
        `INSERT INTO visit_charges (id, visit_id, visit_title, visit_path, first_day, last_day, traveller_id, traveller_name,
           kind, net_pence, organisation_name, contact_name, contact_email, asked_at)
         VALUES ($1, $2, 'Old visit', '/visits/old', current_date, current_date, $3, 'Traveller', 'deposit', 100, '', 'Traveller',
           'traveller@example.org', now())`,
        [chargeId, randomUUID(), travellerId],
      );
      await stage.query(`INSERT INTO visit_credits (id, charge_id, net_pence) VALUES ($1, $2, 10)`, [
        randomUUID(),
        chargeId,
      ]);
      await stage.query(`INSERT INTO customers (id, traveller_id, name) VALUES ($1, $2, 'Traveller')`, [
        id,
        travellerId,
      ]);
      await invoice(id, yearsAgo, chargeId);
      return { id, chargeId };
    };
    const [old, young] = [await account(8), await account(6)];
    await retention();
    await expect(exists('customers', old.id)).resolves.toBe(false);
    await expect(exists('visit_charges', old.chargeId)).resolves.toBe(false);
    await expect(exists('customers', young.id)).resolves.toBe(true);
    await expect(exists('visit_charges', young.chargeId)).resolves.toBe(true);
  });

  it('cannot be deleted before, nor changed ever', async () => {
    const [one] = [await customer()];
    const [old, young] = [await invoice(one, 8), await invoice(one, 6)];
    for (const sql of [
      'DELETE FROM document_lines WHERE document_id = $1',
      `UPDATE documents SET content = '{"a": 1}' WHERE id = $1`,
    ]) {
      await expect(stage.query(sql, [young])).rejects.toThrow(/an issued document never changes/);
    }
    await expect(
      stage.query(`UPDATE documents SET content = '{"a": 1}' WHERE id = $1`, [old]),
    ).rejects.toThrow(/an issued document never changes/);
    await retention();
    await expect(exists('documents', old)).resolves.toBe(false);
    await expect(exists('documents', young)).resolves.toBe(true);
  });
});
