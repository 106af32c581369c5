import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '#launcher';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { loadDemo } from '../../apps/conference-registration/src/demo/load.js';
import { placesAddUp, type Miscount } from '../../apps/conference-registration/src/places/places-add-up.js';
import { faultsInMoney } from './money/faults-in-money.js';

describe('the demonstration of conference registration', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase(true);
    client = new pg.Client({ connectionString: database.url('conference-registration') });
    await client.connect();
  }, 240_000);
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  async function ask<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
    return (await client.query(query, values)).rows as Row[];
  }

  /** How many there are of each. */
  async function tally(query: string): Promise<Record<string, number>> {
    const rows = await ask<{ what: string; number: number }>(query);
    return Object.fromEntries(rows.map(({ what, number }) => [what, number]));
  }

  it('has a conference that is open and the one of the year before', async () => {
    const conferences = await ask<{ title: string; status: string; year: number }>(
      `SELECT title, status, extract(year FROM first_day)::integer AS year FROM conferences ORDER BY first_day`,
    );
    const [past, coming] = conferences;
    expect(conferences).toEqual([
      { title: `Annual Conference ${past?.year}`, status: 'over', year: past?.year },
      { title: `Annual Conference and AGM ${coming?.year}`, status: 'open', year: (past?.year ?? 0) + 1 },
    ]);
  });

  it('has counted every place, and lost or made no money', async () => {
    const conferences = await ask<{ id: string }>('SELECT id FROM conferences');
    for (const { id } of conferences) {
      expect(await placesAddUp((sql, values) => ask<Miscount>(sql, values), id)).toEqual([]);
    }
    const dataSource = await new DataSource({
      type: 'postgres',
      url: database.url('conference-registration'),
    }).initialize();
    try {
      expect(await faultsInMoney(dataSource)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('shows bookings and delegates in every state', async () => {
    expect(
      await tally(`SELECT b.status AS what, count(*)::integer AS number FROM bookings b
        JOIN conferences c ON c.id = b.conference_id WHERE c.status = 'open' GROUP BY b.status`),
    ).toEqual({ applied: 2, cancelled: 1, confirmed: 29, lapsed: 1 });
    const delegates = await tally(`SELECT d.status AS what, count(*)::integer AS number FROM delegates d
      JOIN conferences c ON c.id = d.conference_id WHERE c.status = 'open' GROUP BY d.status`);
    expect(delegates).toEqual({ applied: 3, cancelled: 4, confirmed: 105, draft: 4 });
  });

  it('has a full dinner that people wait for, and an offer to the first of them', async () => {
    const pools = await ask<{ capacity: number; taken: number; queued: number }>(
      `SELECT p.capacity, c.taken, c.queued FROM pools p
       JOIN counts c ON c.subject_id = p.id JOIN conferences f ON f.id = p.conference_id
       WHERE p.name = 'Civic dinner' AND f.status = 'open'`,
    );
    expect(pools).toEqual([{ capacity: 120, taken: 120, queued: 2 }]);
    const line = await ask<{ status: string; wanted: number }>(
      'SELECT status, wanted FROM waiting_entries ORDER BY number',
    );
    expect(line.map(({ status }) => status)).toEqual(['offered', 'waiting', 'waiting']);
  });

  it('has invoices that are paid, partly paid, overdue, not due yet and credited, and an over-payment', async () => {
    expect(
      await tally(`SELECT state AS what, count(*)::integer AS number FROM (
          SELECT CASE WHEN settled = gross_pence THEN 'settled' WHEN settled > 0 THEN 'partly'
            WHEN due_on < current_date THEN 'overdue' ELSE 'not due yet' END AS state
          FROM (SELECT d.gross_pence, d.due_on, coalesce((SELECT sum(s.pence) FROM settlements s
              WHERE s.invoice_id = d.id AND s.undone_at IS NULL), 0) AS settled
            FROM documents d WHERE d.series = 'invoice') AS i) AS s
        GROUP BY state`),
    ).toEqual({ settled: 23, partly: 3, overdue: 10, 'not due yet': 8 });
    expect(
      await tally(`SELECT series AS what, count(*)::integer AS number FROM documents GROUP BY series`),
    ).toEqual({ invoice: 44, 'credit-note': 2, receipt: 23 });
  });

  it('writes to nobody', async () => {
    expect(await ask(`SELECT type FROM outbox WHERE type LIKE '%mail%'`)).toEqual([]);
  });

  it('is loaded as a whole by the next start where a start is broken off', async () => {
    process.env['LINK_SECRET'] ??= randomBytes(32).toString('base64url');
    const empty = await createTestDatabase();
    const admin = new pg.Client({ connectionString: empty.adminUrl });
    await admin.connect();
    try {
      const left = async () => {
        const counts: number[] = [];
        for (const table of [
          'conferences',
          'organisations',
          'bookings',
          'documents',
          'outbox',
          'document_series',
        ]) {
          const { rows } = await admin.query<{ count: number }>(
            `SELECT count(*)::integer AS count FROM conference_registration.${table}`,
          );
          counts.push(rows[0]?.count ?? -1);
        }
        return counts;
      };
      const before = await left();
      expect(before.slice(0, 4)).toEqual([0, 0, 0, 0]);
      // In the middle of the second conference, when most of what there is has been written.
      await admin.query(`CREATE FUNCTION conference_registration.break_off() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN IF NEW.number > 30 THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER break_off BEFORE INSERT ON conference_registration.documents
          FOR EACH ROW EXECUTE FUNCTION conference_registration.break_off()`);
      await expect(loadDemo(empty.url('conference-registration'))).rejects.toThrow('broken off');
      expect(await left()).toEqual(before);
      await admin.query('DROP FUNCTION conference_registration.break_off() CASCADE');
      await expect(loadDemo(empty.url('conference-registration'))).resolves.toContain('48 bookings');
      await expect(loadDemo(empty.url('conference-registration'))).resolves.toBeNull();
      expect((await left()).slice(0, 4)).toEqual([2, 28, 48, 69]);
    } finally {
      await admin.end();
      await empty.drop();
    }
  });
});
