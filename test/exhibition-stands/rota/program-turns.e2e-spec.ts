import { createTestDatabase, type TestDatabase } from '#launcher';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../apps/exhibition-stands/src/data-source.js';
import { ProgramTurns } from '../../../apps/exhibition-stands/src/rota/problems/program-turns.js';
import { until } from '../../until.js';

describe('the turn at the solver that programs have', () => {
  let database: TestDatabase;
  let processes: DataSource[] = [];
  /** Two processes of the service. */
  let turns: ProgramTurns[] = [];
  const query = (sql: string, values: unknown[] = []) => processes[1]?.query<unknown[]>(sql, values);
  const take = async (process: number, personId: string, work: () => Promise<string>) =>
    turns[process]?.take({ personId, seconds: 60 }, work);
  const atOnce = async () => 'found';

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.url('exhibition-stands');
    processes = await Promise.all([1, 2].map(() => createDataSource(url).initialize()));
    turns = processes.map((each) => new ProgramTurns(each));
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.destroy()));
    await database.drop();
  });

  it('is one at a time over all processes, whoever asks', async () => {
    const gate = Promise.withResolvers<string>();
    const begun = Promise.withResolvers<undefined>();
    const first = take(0, 'ann', () => {
      begun.resolve(undefined);
      return gate.promise;
    });
    await begun.promise;
    expect(await take(1, 'ben', atOnce)).toEqual({ not: 'busy' });
    expect(await take(0, 'ann', atOnce)).toEqual({ not: 'busy' });
    gate.resolve('found');
    expect(await first).toEqual({ done: 'found' });
    expect(await take(1, 'ben', atOnce)).toEqual({ done: 'found' });
    await expect(take(0, 'ann', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await take(1, 'ann', atOnce)).toEqual({ done: 'found' });
  });

  it('ends with the process that has it', async () => {
    const gate = Promise.withResolvers<string>();
    const begun = Promise.withResolvers<undefined>();
    const lost = take(0, 'ann', () => {
      begun.resolve(undefined);
      return gate.promise;
    });
    await begun.promise;
    // What the database sees of a process that is killed.
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await until(
      async () => JSON.stringify(await take(1, 'ben', atOnce)) === JSON.stringify({ done: 'found' }),
    );
    gate.resolve('found');
    expect(await lost).toEqual({ done: 'found' });
  });

  it('is given to nobody for more than ten of twenty minutes, whichever process they ask', async () => {
    const had = (ago: number, seconds: number | null, most = 120) =>
      query(
        `INSERT INTO program_searches (id, person_id, began_at, most_seconds, ended_at) VALUES (gen_random_uuid(), 'cas',
           now() - make_interval(secs => $1), $3, now() - make_interval(secs => $1 - $2))`,
        [ago, seconds, most],
      );
    await had(1100, 500, 500);
    expect(await take(0, 'cas', atOnce)).toEqual({ done: 'found' });
    // Its process died: it counts for as long as it might have taken.
    await had(300, null, 120);
    for (const process of [0, 1]) {
      const turn = await take(process, 'cas', atOnce);
      expect(turn).toEqual({ not: { wait: expect.any(Number) } });
      const wait = turn && 'not' in turn && turn.not !== 'busy' ? turn.not.wait : 0;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(100);
    }
    expect(await take(0, 'dan', atOnce)).toEqual({ done: 'found' });
    await query(
      `UPDATE program_searches SET began_at = began_at - interval '101 seconds' WHERE person_id = 'cas'`,
    );
    expect(await take(1, 'cas', atOnce)).toEqual({ done: 'found' });
    await turns[0]?.forgetOld();
    expect(
      await query(`SELECT 1 FROM program_searches WHERE began_at < now() - interval '20 minutes'`),
    ).toEqual([]);
  });
});
