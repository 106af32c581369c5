import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import {
  idempotencyTable,
  forgetIdempotencyKeys,
  idempotently,
  postgresDataSource,
  visitor,
  type ApiAnswer,
  type Attempt,
  type Problem,
} from '#platform';

interface Asked {
  readonly key?: string | undefined;
  readonly url?: string;
  readonly body?: unknown;
  /** `null`: a visitor. */
  readonly personId?: string | null;
}

function request({ key = 'k', url = '/things', body = { a: 1 }, personId = 'ada' }: Asked): FastifyRequest {
  const identity = { ...visitor, personId };
  return {
    method: 'POST',
    url,
    headers: { 'idempotency-key': key },
    body,
    identity,
  } as object as FastifyRequest;
}

describe('idempotently', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let runs = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.url('events-calendar');
    dataSource = postgresDataSource({ url, schema: 'events_calendar', entities: [], migrations: [] });
    await dataSource.initialize();
    await dataSource.query('DROP TABLE idempotency_keys');
    await dataSource.query(idempotencyTable);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    runs = 0;
    await dataSource.query('TRUNCATE idempotency_keys');
  });

  const run = async (): Promise<ApiAnswer> => {
    runs += 1;
    return { status: 201, body: { number: runs } };
  };
  const ask = (asked: Asked = {}, work: (attempt: Attempt) => Promise<ApiAnswer> = run) =>
    idempotently(dataSource, request(asked), work);
  const refusal = async (asked: Promise<unknown>) => {
    const problem = (await asked.then(
      () => null,
      (error: unknown) => error,
    )) as Problem | null;
    return problem && [problem.status, problem.code];
  };
  const aged = (interval: string) =>
    dataSource.query(`UPDATE idempotency_keys SET created_at = now() - interval '${interval}'`);

  it('runs once and gives the same answer again', async () => {
    await expect(ask()).resolves.toEqual({ status: 201, body: { number: 1 } });
    await expect(ask()).resolves.toEqual({ status: 201, body: { number: 1 } });
    expect(runs).toBe(1);
  });

  it.each([
    ['another body', { body: { a: 2 } }],
    ['another address', { url: '/others' }],
    ['no body', { body: null }],
  ])('refuses the key with %s', async (_, other) => {
    await ask();
    await expect(refusal(ask(other))).resolves.toEqual([422, 'idempotency-key-reused']);
    expect(runs).toBe(1);
  });

  it('runs again for another key and for another credential', async () => {
    await ask();
    await ask({ key: 'k2' });
    await ask({ personId: 'bo' });
    expect(runs).toBe(3);
  });

  it('keeps the keys of those without an account apart by their addresses, which hold the secrets of links', async () => {
    const link = (url: string) => ask({ personId: null, url, body: { answer: url } });
    await expect(link('/links/one')).resolves.toEqual({ status: 201, body: { number: 1 } });
    await expect(link('/links/other')).resolves.toEqual({ status: 201, body: { number: 2 } });
    await expect(link('/links/one')).resolves.toEqual({ status: 201, body: { number: 1 } });
    const kept = await dataSource.query<object[]>('SELECT * FROM idempotency_keys');
    expect(JSON.stringify(kept)).not.toContain('links');
  });

  it('answers 409 while the first is running', async () => {
    let finish: (answer: ApiAnswer) => void = () => undefined;
    let isRunning: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      isRunning = resolve;
    });
    const first = ask({}, () => {
      isRunning();
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await running;
    await expect(refusal(ask())).resolves.toEqual([409, 'in-progress']);
    await expect(refusal(ask({ body: 'other' }))).resolves.toEqual([422, 'idempotency-key-reused']);
    finish({ status: 200, body: 'done' });
    await expect(first).resolves.toEqual({ status: 200, body: 'done' });
    await expect(ask()).resolves.toEqual({ status: 200, body: 'done' });
    expect(runs).toBe(0);
  });

  it('runs one of many at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => ask()));
    expect(runs).toBe(1);
    const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"status":201,"body":{"number":1}}']),
    );
  });

  it('does not remember a failure', async () => {
    const failing = async () => Promise.reject(new Error('no luck'));
    await expect(ask({}, failing)).rejects.toThrow('no luck');
    await expect(ask({ body: 'corrected' })).resolves.toMatchObject({ body: { number: 1 } });
  });

  it('runs again when the first was never finished, but not before two minutes', async () => {
    await ask();
    await dataSource.query('UPDATE idempotency_keys SET status = NULL, body = NULL');
    await aged('119 seconds');
    await expect(refusal(ask())).resolves.toEqual([409, 'in-progress']);
    await aged('121 seconds');
    await expect(ask()).resolves.toMatchObject({ body: { number: 2 } });
  });

  it('repeats a call that was killed under the same id, so that what it made can be found', async () => {
    const attempts: Attempt[] = [];
    // It never ends, as if its process were killed.
    const beKilled = () =>
      new Promise<void>((resolve) => {
        void ask({}, (attempt) => {
          attempts.push(attempt);
          resolve();
          return new Promise(() => undefined);
        });
      });
    await beKilled();
    await aged('121 seconds');
    await beKilled();
    await aged('121 seconds');
    await expect(refusal(ask({ body: 'other' }))).resolves.toEqual([422, 'idempotency-key-reused']);
    const finish = async (attempt: Attempt) => {
      attempts.push(attempt);
      return { status: 201, body: 'done' };
    };
    await expect(ask({}, finish)).resolves.toEqual({ status: 201, body: 'done' });
    await expect(ask({ key: 'another' }, finish)).resolves.toEqual({ status: 201, body: 'done' });
    expect(attempts.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true, false]);
    const [first, second, third, other] = attempts.map(({ id }) => id);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });

  it('forgets a day later', async () => {
    await ask();
    await aged('23 hours');
    await ask();
    expect(runs).toBe(1);
    await forgetIdempotencyKeys(dataSource);
    await ask();
    expect(runs).toBe(1);
    await aged('25 hours');
    await ask({ body: 'of another day' });
    expect(runs).toBe(2);
    await aged('25 hours');
    await ask({ key: 'another' });
    await forgetIdempotencyKeys(dataSource);
    await expect(dataSource.query('SELECT key FROM idempotency_keys')).resolves.toEqual([{ key: 'another' }]);
  });

  it('just runs without a key', async () => {
    const keyless = { ...request({}), headers: {} } as FastifyRequest;
    await idempotently(dataSource, keyless, run);
    await idempotently(dataSource, keyless, run);
    expect(runs).toBe(2);
    await expect(dataSource.query('SELECT * FROM idempotency_keys')).resolves.toEqual([]);
  });

  it.each(['', 'with space', 'ü', 'x'.repeat(201)])('refuses the key %p', async (key) => {
    await expect(refusal(ask({ key }))).resolves.toEqual([400, 'bad-idempotency-key']);
    expect(runs).toBe(0);
  });
});
