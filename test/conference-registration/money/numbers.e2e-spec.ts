import { until } from '../../until.js';
import { setTheStage, actor, type Stage, type StagedBooking } from './stage.js';

/** What a run of numbers has to be: 1 to as many as there are, each once. */
interface Numbers {
  readonly count: number;
  readonly distinct: number;
  readonly first: number | null;
  readonly last: number | null;
}

let stage: Stage;
beforeAll(async () => {
  stage = await setTheStage();
});
afterAll(() => stage.close());

async function numbers(): Promise<Numbers> {
  const [row] = await stage.dataSource.query<Numbers[]>(
    `SELECT count(*)::int AS count, count(DISTINCT number)::int AS distinct, min(number) AS first, max(number) AS last
     FROM documents WHERE series = 'invoice'`,
  );
  if (row === undefined) throw new Error('no row');
  return row;
}

const gapless = ({ count, distinct, first, last }: Numbers): boolean =>
  count === distinct && (count === 0 || (first === 1 && last === count));

const issue = (booking: StagedBooking, after: () => Promise<void> = async () => {}) =>
  stage.transactions.run(async (manager) => {
    const invoice = await stage.invoices.run(manager, { booking, placeIds: booking.placeIds, actor });
    await after();
    return invoice;
  });

const bookings = async (amount: number): Promise<StagedBooking[]> => {
  const made: StagedBooking[] = [];
  for (let index = 0; index < amount; index += 1) made.push(await stage.booking(2));
  return made;
};

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) => ({
  done: settled.filter(({ status }) => status === 'fulfilled').length,
  failed: settled.filter(({ status }) => status === 'rejected').length,
});

describe('the numbers of invoices', () => {
  it('have no gap and no double when 50 are issued at once', async () => {
    const made = await bookings(50);
    const settled = await Promise.allSettled(made.map((booking) => issue(booking)));
    expect(outcomes(settled)).toEqual({ done: 50, failed: 0 });
    expect(await numbers()).toEqual({ count: 50, distinct: 50, first: 1, last: 50 });
  });

  it('have no gap where every third fails after its number was given', async () => {
    const made = await bookings(50);
    const before = (await numbers()).count;
    const settled = await Promise.allSettled(
      made.map((booking, index) =>
        issue(booking, async () => {
          if (index % 3 === 0) throw new Error('something else went wrong');
        }),
      ),
    );
    expect(outcomes(settled)).toEqual({ done: 33, failed: 17 });
    expect(await numbers()).toEqual({
      count: before + 33,
      distinct: before + 33,
      first: 1,
      last: before + 33,
    });
  });

  it('have no gap where connections are cut while numbers are given', async () => {
    const made = await bookings(50);
    const before = (await numbers()).count;
    const running = made.map((booking, index) =>
      issue(booking, async () => {
        if (index % 5 !== 0) return;
        // Whoever is at work at this moment, itself perhaps, is cut off.
        await stage.admin.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND usename <> current_user AND xact_start IS NOT NULL
           ORDER BY random() LIMIT 1`,
        );
      }),
    );
    const { done, failed } = outcomes(await Promise.allSettled(running));
    expect(failed).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(0);
    const after = await numbers();
    expect(gapless(after)).toBe(true);
    // A commit whose answer was cut off may have been done.
    expect(after.count - before).toBeGreaterThanOrEqual(done);
  });
});

/** Does something while nobody writes a document before three are about to, each with the number that it has found. */
async function heldBack<Result>(work: () => Promise<Result>): Promise<Result> {
  await stage.admin.query('BEGIN; LOCK TABLE documents IN SHARE MODE');
  try {
    const result = work();
    await until(async () => {
      const { rows } = await stage.admin.query(
        `SELECT FROM pg_locks WHERE NOT granted AND relation = 'documents'::regclass
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows.length >= 3;
    });
    await stage.admin.query('COMMIT');
    return await result;
  } finally {
    await stage.admin.query('ROLLBACK');
  }
}

describe('with the lock on the series taken away', () => {
  it('there are doubles when 50 are issued at once, or 49 fail', async () => {
    await stage.admin.query(`
      CREATE OR REPLACE FUNCTION next_number(series text) RETURNS integer LANGUAGE sql AS $$
        SELECT coalesce(max(d.number), 0) + 1 FROM documents d WHERE d.series = next_number.series
      $$`);
    const made = await bookings(50);
    const before = await numbers();
    const settled = await heldBack(() => Promise.allSettled(made.map((booking) => issue(booking))));
    // The database still refuses the double itself; without that rule it would be there.
    expect(outcomes(settled).failed).toBeGreaterThan(0);
    await stage.admin.query(
      'ALTER TABLE documents DROP CONSTRAINT documents_number_key, DROP CONSTRAINT documents_label_key',
    );
    const again = made.filter((_booking, index) => settled[index]?.status === 'rejected');
    expect(again.length).toBeGreaterThan(1);
    await heldBack(() => Promise.allSettled(again.map((booking) => issue(booking))));
    const after = await numbers();
    expect(after.count).toBe(before.count + 50);
    expect(gapless(after)).toBe(false);
  });

  it('there are gaps where one fails, if numbers come from a sequence', async () => {
    await stage.admin.query('CREATE SEQUENCE loose START 10000');
    await stage.admin.query('GRANT USAGE ON SEQUENCE loose TO PUBLIC');
    await stage.admin.query(`
      CREATE OR REPLACE FUNCTION next_number(series text) RETURNS integer LANGUAGE sql AS $$
        SELECT nextval('loose')::integer
      $$`);
    const [lost, kept] = await bookings(2);
    if (lost === undefined || kept === undefined) throw new Error('two bookings are needed');
    const failing = issue(lost, async () => {
      throw new Error('not now');
    });
    await expect(failing).rejects.toThrow('not now');
    await issue(kept);
    const rows = await stage.dataSource.query<{ number: number }[]>(
      `SELECT number FROM documents WHERE number >= 10000 ORDER BY number`,
    );
    expect(rows.map(({ number }) => number)).toEqual([10_001]);
  });
});
