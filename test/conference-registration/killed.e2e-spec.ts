import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../until.js';
import { PersistentProgram } from './persistent-program.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';
import { faultsIn, wrongNumbers } from './wholly-there.js';

/** How many bookings, and how often the service is killed meanwhile; the whole of it by hand: `BOOKINGS=1000`. */
const bookings = Number(process.env['BOOKINGS'] ?? 150);
const kills = Number(process.env['KILLS'] ?? Math.max(4, Math.round(bookings / 60)));
const clients = 16;
const app = 'conference-registration';

const kinds = [['Both'], ['First', 'Second'], ['Both', 'Both', 'First']] as const;

/** What they cost with VAT, in pence. */
const gross = { Both: 23_400, First: 11_880, Second: 10_395 } as const;

describe('bookings while the service is killed again and again', () => {
  let stage: ConferenceStage;
  let bookers: readonly Booker[];
  beforeAll(async () => {
    stage = await startConferences();
    bookers = await Promise.all(Array.from({ length: 8 }, () => stage.booker()));
  });
  afterAll(() => stage.stop());

  const setUp = () =>
    stage.conference({
      tickets: { Both: {}, First: { price: 9900 }, Second: { price: 9900, vatBasisPoints: 500 } },
      pools: {
        Everything: { capacity: bookings * 3 },
        'First day': { capacity: bookings * 3, tickets: ['Both', 'First'] },
        'Second day': { capacity: bookings * 3, tickets: ['Both', 'Second'] },
      },
    });

  const programs = (conference: StagedConference) =>
    bookers.map((booker) => new PersistentProgram(stage.url, booker, conference));

  /** So many bookings one after the other by each of some clients. @returns how each ended */
  async function bookAll(
    by: readonly PersistentProgram[],
    conference: StagedConference,
    wanted: number,
    done: { count: number } = { count: 0 },
  ): Promise<string[]> {
    const ends: string[] = [];
    let next = 0;
    const client = async () => {
      while (next < wanted) {
        const number = next;
        next += 1;
        const program = by[number % by.length];
        const tickets = kinds[number % kinds.length] ?? ['Both'];
        const name = `${conference.slug}-${number}`;
        const pence = tickets.reduce((sum, ticket) => sum + gross[ticket], 0);
        // Every fifth in one request, the others in steps.
        const booked =
          number % 5 === 0 ? program?.bookAtOnce(name, tickets, pence) : program?.book(name, tickets);
        ends.push((await booked) ?? 'nobody booked');
        done.count += 1;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return ends;
  }

  /** How many statements the database is still busy with, of a process that is there no more. */
  async function atWork(): Promise<number> {
    const rows = await stage.query(
      `SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    return rows.length;
  }

  /** Kills it at moments that nobody has chosen, so often that it is spread over all that is booked. */
  async function killAgainAndAgain(done: { readonly count: number }): Promise<number> {
    let killed = 0;
    while (killed < kills && done.count < bookings) {
      const from = (bookings * killed) / kills;
      while (done.count < from) await wait(5);
      await wait(Math.random() * 400);
      await stage.system.kill(app);
      killed += 1;
      await until(async () => (await atWork()) === 0);
      // Two minutes later, so that what was asked for last is known to have nobody at work on it any more.
      await stage.query(
        `UPDATE idempotency_keys SET created_at = created_at - interval '121 seconds' WHERE status IS NULL`,
      );
      await stage.system.restart(app);
    }
    return killed;
  }

  it(
    `are wholly there or not at all: ${bookings} of them, ${kills} kills`,
    async () => {
      const conference = await setUp();
      const by = programs(conference);
      const done = { count: 0 };
      const [ends, killed] = await Promise.all([
        bookAll(by, conference, bookings, done),
        killAgainAndAgain(done),
      ]);
      const failed = by.reduce((sum, { troubles }) => sum + troubles.failed, 0);
      // It was killed while it worked, or this has shown nothing.
      expect(killed).toBe(kills);
      expect(failed).toBeGreaterThan(kills);

      expect(ends.filter((end) => !end.startsWith('CN-'))).toEqual([]);
      expect(new Set(ends).size).toBe(bookings);
      await expect(faultsIn(stage.query, conference.id)).resolves.toEqual([]);
      // Whoever asked again with the same key has not begun another booking.
      const [all] = await stage.query<{ bookings: number; delegates: number; taken: number }>(
        `SELECT (SELECT count(*)::int FROM bookings WHERE conference_id = $1) AS bookings,
           (SELECT count(*)::int FROM delegates WHERE conference_id = $1) AS delegates,
           (SELECT taken FROM counts WHERE subject_id = $2) AS taken`,
        [conference.id, conference.pools['Everything']],
      );
      const delegates = ends.reduce((sum, _, number) => sum + (kinds[number % kinds.length]?.length ?? 0), 0);
      expect(all).toEqual({ bookings, delegates, taken: delegates });
    },
    (bookings + 240) * 1000,
  );

  describe('as a control', () => {
    const few = 12;
    /** Every third document fails after it has its number; whoever wanted it asks again. */
    const failing = `
      CREATE SEQUENCE documents_tried;
      CREATE FUNCTION fail_now_and_then() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('documents_tried') % 3 = 0 THEN RAISE EXCEPTION 'as the test wants it'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER fail_now_and_then AFTER INSERT ON documents
        FOR EACH ROW EXECUTE FUNCTION fail_now_and_then()`;
    const failingNoMore = `
      DROP TRIGGER fail_now_and_then ON documents; DROP FUNCTION fail_now_and_then; DROP SEQUENCE documents_tried`;

    it.each([
      ['a message is lost', 'outbox', `NEW.type LIKE '%delegate-confirmed.v1'`, 'messages about delegates'],
      ['a mail is lost', 'outbox', `NEW.type LIKE '%mail-requested.v1'`, 'mails to its booker'],
      ['a line of an invoice is lost', 'document_lines', 'NEW.line = 2', 'places invoiced'],
    ])('it is seen when %s', async (_, table, condition, what) => {
      await stage.query(`
        CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
        CREATE TRIGGER lose BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION lose()`);
      const conference = await setUp();
      try {
        await bookAll(programs(conference), conference, 3);
      } finally {
        await stage.query(`DROP TRIGGER lose ON ${table}; DROP FUNCTION lose`);
      }
      const faults = await faultsIn(stage.query, conference.id);
      expect(faults.join('; ')).toContain(what);
    });

    // The last one: invoices have gaps from now on.
    it('numbers stay without gaps where some fail, and have gaps if they come from a sequence', async () => {
      await stage.query(failing);
      try {
        const sound = await setUp();
        await bookAll(programs(sound), sound, few);
        await expect(faultsIn(stage.query, sound.id)).resolves.toEqual([]);

        const [series] = await stage.query<{ last: number }>(
          `SELECT last FROM document_series WHERE name = 'invoice'`,
        );
        await stage.query(`CREATE SEQUENCE numbers START ${(series?.last ?? 0) + 1}`);
        await stage.query(
          `CREATE OR REPLACE FUNCTION next_number(series text) RETURNS integer LANGUAGE sql AS $$
             SELECT nextval('numbers')::integer
           $$`,
        );
        const broken = await setUp();
        await bookAll(programs(broken), broken, few);
        await expect(wrongNumbers(stage.query)).resolves.not.toEqual([]);
      } finally {
        await stage.query(failingNoMore);
      }
    });
  });
});
