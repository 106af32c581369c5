import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { staffPerson } from '../events-calendar/signed-in.js';
import { OnceCases, type OnceCase } from './once-cases.js';
import { apiPath, startConferences, type Answer, type ConferenceStage } from './stage.js';

/** What is set up takes neither places nor money; all else does. */
const isSetUp = (path: string): boolean =>
  /^\/conferences(?:\/{id}(?:\/(?:status|copy|ticket-types|pools|codes|questions|allocations)\b.*)?)?$/.test(
    path,
  );

/** A table that everything of places or money writes to, one or the other. */
const tables = [
  'bookings',
  'delegates',
  'places',
  'waiting_entries',
  'documents',
  'payments',
  'settlements',
  'booking_history',
  'booking_notes',
  'conference_cancellations',
  'outbox',
];

type Body = Readonly<Record<string, unknown>>;

interface Described {
  readonly paths: Readonly<
    Record<string, { readonly post?: { readonly parameters?: readonly { readonly name?: string }[] } }>
  >;
}

describe('each POST of places or money', () => {
  let stage: ConferenceStage;
  let cases: OnceCases;
  let strangers: readonly Readonly<Record<string, string>>[];
  let described: Described;
  beforeAll(async () => {
    stage = await startConferences();
    const staff = { ...staffPerson, via: 'api' as const };
    const booker = await stage.booker();
    cases = new OnceCases(stage, booker, await stage.headers(staff));
    strangers = [(await stage.booker()).api, await stage.headers({ ...staff, id: 'xiu' })];
    // What a call is known by until it is answered, for the process that is killed before that.
    await stage.query(`
      CREATE TABLE attempts (key text PRIMARY KEY, body jsonb);
      CREATE FUNCTION note_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status IS NULL THEN
          INSERT INTO attempts VALUES (NEW.key, NEW.body) ON CONFLICT (key) DO UPDATE SET body = excluded.body;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_attempt AFTER INSERT ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION note_attempt()`);
    described = (await stage.api<Described>('GET', '/openapi.json', booker.api)).body;
  });
  afterAll(() => stage.stop());

  /** All of the description's. */
  const posts = () =>
    Object.entries(described.paths).flatMap(([path, { post }]) =>
      post
        ? [{ path: path.replace(apiPath, ''), names: (post.parameters ?? []).map(({ name }) => name) }]
        : [],
    );

  const send = ({ path, headers }: OnceCase, key: string, body: object): Promise<Answer<Body>> =>
    stage.api<Body>('POST', path, { ...headers, 'idempotency-key': key }, body);

  /** How everything stands: what is written twice shows in it. */
  async function standing(): Promise<unknown> {
    const parts = tables.map(
      (table) =>
        `'${table}', (SELECT jsonb_build_array(count(*), md5(string_agg(${written(table)}, ',' ORDER BY ${written(table)}))) FROM ${table})`,
    );
    const [row] = await stage.query<{ all: unknown }>(
      `SELECT jsonb_build_object(${parts.join(', ')}) AS all`,
    );
    return row?.all;
  }

  /** What is done of itself later on, deliveries and cancelling one by one, changes the rest of these. */
  const written = (table: string): string =>
    ({ outbox: 'id::text', conference_cancellations: 'conference_id::text' })[table] ?? `${table}::text`;

  const pretend = (key: string, change: string) =>
    stage.query(`UPDATE idempotency_keys SET ${change} WHERE key = $1`, [key]);

  /** While it does, whatever is written fails. */
  async function whileAllFails<Result>(work: () => Promise<Result>): Promise<Result> {
    await stage.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'as the test wants it'; END $$`);
    for (const table of tables) {
      await stage.query(
        `CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION fail()`,
      );
    }
    try {
      return await work();
    } finally {
      await stage.query('DROP FUNCTION fail CASCADE');
    }
  }

  it('is known here, and takes an Idempotency-Key', () => {
    const taking = posts().filter(({ path }) => !isSetUp(path));
    expect(taking.length).toBeGreaterThan(10);
    expect(taking.map(({ path }) => path).toSorted()).toEqual(Object.keys(cases.all).toSorted());
    expect(posts().filter(({ names }) => !names.includes('Idempotency-Key'))).toEqual([]);
  });

  it('does it once for a key of the same credential', async () => {
    const wrong: string[] = [];
    for (const [path, prepare] of Object.entries(cases.all)) {
      const one = await prepare();
      const say = (what: string, answer?: Answer<Body>) =>
        wrong.push(
          `${path}: ${what}${answer ? ` (${answer.status} ${JSON.stringify(answer.body).slice(0, 300)})` : ''}`,
        );
      const key = randomUUID();

      const before = await standing();
      const failed = await whileAllFails(() => send(one, key, one.body));
      if (failed.status !== 500) say('did not fail where nothing can be written', failed);
      if (!isDeepStrictEqual(await standing(), before)) say('left something behind when it failed');

      const first = await send(one, key, one.body);
      if (first.status < 200 || first.status > 299) say('was refused after it had failed', first);
      const after = await standing();
      if (isDeepStrictEqual(after, before)) say('did nothing');

      const again = await send(one, key, one.body);
      if (!isDeepStrictEqual(again, first)) say('was answered otherwise the second time', again);

      const other = await send(one, key, one.other);
      if (other.body['code'] !== 'idempotency-key-reused') say('took another body', other);

      await pretend(key, 'status = NULL, body = NULL');
      const meanwhile = await send(one, key, one.body);
      if (meanwhile.status !== 409 || meanwhile.body['code'] !== 'in-progress')
        say('was done twice at once', meanwhile);
      if (!isDeepStrictEqual(await standing(), after)) say('was done more than once');

      await pretend(
        key,
        `body = (SELECT body FROM attempts a WHERE a.key = idempotency_keys.key), created_at = now() - interval '121 seconds'`,
      );
      const repeated = await send(one, key, one.body);
      if (repeated.status >= 500) say('could not be asked again after a crash', repeated);
      if (!isDeepStrictEqual(await standing(), after)) say('was done twice after a crash', repeated);

      for (const headers of strangers) {
        const { body } = await send({ ...one, headers }, key, one.other);
        const code = String(body['code']);
        if (code === 'idempotency-key-reused' || code === 'in-progress')
          say(`somebody else met the key: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
