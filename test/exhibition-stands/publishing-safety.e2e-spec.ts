import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until } from '../until.js';
import { withoutExhibitionLock } from './exhibition-lock-off.js';
import { publish, readPublishing, setDraft, stageRota, type StagedRota } from './publishing-stage.js';
import { staffPerson, startStands, type StandsStage } from './stage.js';

const app = 'exhibition-stands';

/** Any number that nothing else locks in the database. */
const gate = 5_742_801;

let stage: StandsStage;
let staff: Record<string, string>;

beforeAll(async () => {
  stage = await startStands({
    apps: [app, 'members', 'mailer'],
    mailbox: true,
    env: { SMTP_RATE: '1000' },
  });
  staff = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => stage?.stop());

/** Three shifts of two people, in the draft. */
async function readyToPublish(): Promise<StagedRota> {
  const rota = await stageRota(stage);
  await setDraft(stage, rota, [
    [0, 0],
    [2, 0],
    [0, 1],
  ]);
  return rota;
}

/** How much there is of all that a publishing brings about. */
async function partsOf({ exhibition, members }: StagedRota) {
  const [parts] = await stage.query(
    `SELECT (SELECT count(*)::int FROM rotas WHERE exhibition_id = $1) AS rotas,
       (SELECT count(*)::int FROM rota_assignments a JOIN rotas r ON r.id = a.rota_id WHERE r.exhibition_id = $1) AS kept,
       (SELECT count(*)::int FROM current_assignments WHERE exhibition_id = $1) AS current,
       (SELECT count(*)::int FROM outbox WHERE type LIKE '%.shift-assigned.v1' AND payload ->> 'exhibitionId' = $1::text)
         AS messages,
       (SELECT count(*)::int FROM outbox
        WHERE type LIKE '%.mail-requested.v1' AND payload -> 'to' ->> 'address' = ANY($2)) AS mails`,
    [exhibition.id, members.map(({ email }) => email)],
  );
  return parts;
}

const nothing = { rotas: 0, kept: 0, current: 0, messages: 0, mails: 0 };
const allOfIt = { rotas: 1, kept: 3, current: 3, messages: 3, mails: 2 };

/** Kills the service, with `work` under way and about to write to a table. */
async function killWhileWriting(table: string, when: string, work: () => Promise<unknown>): Promise<void> {
  await stage.query(`
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${gate}); RETURN NEW; END
    $$;
    CREATE TRIGGER hold BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION hold()`);
  const keeper = new pg.Client({ connectionString: stage.system.databaseUrl(app) });
  await keeper.connect();
  const count = async (sql: string, values: readonly unknown[] = []) =>
    (await keeper.query(sql, [...values])).rows.length;
  try {
    await keeper.query('SELECT pg_advisory_lock($1)', [gate]);
    const ended = work().then(
      () => 'answered',
      () => 'broken off',
    );
    const held = () =>
      count(
        `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE l.locktype = 'advisory' AND l.objid = $1 AND NOT l.granted AND a.datname = current_database()`,
        [gate],
      );
    await until(async () => (await held()) > 0);
    await stage.system.kill(app);
    expect(await ended).toBe('broken off');
    await keeper.query('SELECT pg_advisory_unlock($1)', [gate]);
    // The database notices by itself that nobody is there any more.
    await until(
      async () =>
        (await count(
          `SELECT FROM pg_stat_activity
           WHERE datname = current_database() AND usename = current_user AND state <> 'idle' AND pid <> pg_backend_pid()`,
        )) === 0,
    );
  } finally {
    await keeper.end();
    await stage.query(`DROP TRIGGER hold ON ${table}; DROP FUNCTION hold()`);
  }
}

describe('a publishing whose service is killed', () => {
  it.each([
    { before: 'the rota is kept', table: 'rotas', when: 'true' },
    { before: 'shifts are given', table: 'current_assignments', when: 'true' },
    { before: 'people are mailed', table: 'outbox', when: `NEW.type LIKE '%.mail-requested.v1'` },
  ])('has not been at all, before $before', async ({ table, when }) => {
    const rota = await readyToPublish();
    const { seen } = await readPublishing(stage, rota, staff);
    await killWhileWriting(table, when, () => publish(stage, rota, staff, { seen }));
    expect(await partsOf(rota)).toEqual(nothing);
    await stage.system.restart(app);
    // What was looked at is as it was, so that it can be published as it was wanted.
    expect(await publish(stage, rota, staff, { seen })).toMatchObject({ status: 201, body: { number: 1 } });
    expect(await partsOf(rota)).toEqual(allOfIt);
  });

  it('is wholly there once it is answered, and everybody has their mail', async () => {
    const rota = await readyToPublish();
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201 });
    await stage.system.kill(app);
    expect(await partsOf(rota)).toEqual(allOfIt);
    await stage.system.restart(app);
    for (const { email } of rota.members.slice(0, 2)) {
      expect((await stage.system.mailbox.waitFor(email ?? '')).subject).toContain('Your shifts');
    }
  });

  it('would be seen to be half there, were a mail lost', async () => {
    const rota = await readyToPublish();
    await stage.query(`
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER lose BEFORE INSERT ON outbox FOR EACH ROW
        WHEN (NEW.type LIKE '%.mail-requested.v1') EXECUTE FUNCTION lose()`);
    await publish(stage, rota, staff);
    await stage.query('DROP TRIGGER lose ON outbox; DROP FUNCTION lose()');
    expect(await partsOf(rota)).toEqual({ ...allOfIt, mails: 0 });
  });
});

describe('two who publish at once', () => {
  it('publish once, and the other is told that it has changed', async () => {
    const rota = await readyToPublish();
    const { seen } = await readPublishing(stage, rota, staff);
    const answers = await Promise.all([1, 2].map(() => publish(stage, rota, staff, { seen })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('edited-meanwhile');
    expect(await partsOf(rota)).toEqual(allOfIt);
  });

  it('would both go ahead without the lock, until the database finds a number of a rota twice', async () => {
    const rota = await readyToPublish();
    const { seen } = await readPublishing(stage, rota, staff);
    const answers = await withoutExhibitionLock(stage, 'rotas', () =>
      Promise.all([1, 2].map(() => publish(stage, rota, staff, { seen }))),
    );
    expect(answers.map(({ body }) => body.code)).not.toContain('edited-meanwhile');
    expect(answers.filter(({ status }) => status >= 500)).toHaveLength(1);
  });
});
