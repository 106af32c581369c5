import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser } from '../members/browsing.js';
import { addPerson, connect } from '../members/sessions.js';
import { signInPath } from '../members/signing-in.js';
import { until } from '../until.js';

const asked = 'members.sign-in-asked.v1';
const requested = 'members.mail-requested.v1';
const address = 'ada@example.org';

describe('what a request causes', () => {
  let system: System;
  const pools = new Map<string, pg.Pool>();
  beforeAll(async () => {
    system = await startSystem({ apps: ['shell', 'members', 'mailer'], mailbox: true });
    for (const app of ['members', 'mailer'])
      pools.set(app, new pg.Pool({ connectionString: system.databaseUrl(app), max: 1 }));
    pools.set('admin', new pg.Pool({ connectionString: system.adminUrl, max: 1 }));
    const client = await connect(system);
    await addPerson(client, { name: 'Ada Example', address });
    await client.end();
  });
  afterAll(async () => {
    await Promise.all([...pools.values()].map((pool) => pool.end()));
    await system.stop();
  });

  /** One column of rows, in no order. */
  async function values(who: string, sql: string, id: string): Promise<unknown[]> {
    const { rows } = (await pools.get(who)?.query({ text: sql, values: [id], rowMode: 'array' })) ?? {
      rows: [],
    };
    return (rows as unknown[][]).map(([value]) => value);
  }

  const logged = (app: string, about: Record<string, string>) =>
    system
      .logs(app)
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => Object.entries(about).every(([name, value]) => line[name] === value))
      .map(({ msg }) => String(msg));

  it('carries its id through every row, job and log line of both services, to the mail that is sent', async () => {
    const types = (table: string) => `SELECT type FROM ${table} WHERE correlation_id = $1 ORDER BY type`;
    const jobs = `SELECT name FROM queues.job WHERE queue = 'mailer' AND data->>'correlationId' = $1`;
    // So that the job is there to be seen.
    await system.kill('mailer');
    const answer = await new TestBrowser(system).post(signInPath, { address });
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).not.toBe('');

    await until(async () => (await values('admin', jobs, id)).length > 0);
    expect(await values('admin', jobs, id)).toEqual([requested]);
    expect(await values('members', types('outbox'), id)).toEqual([requested, asked]);
    expect(await values('members', types('inbox'), id)).toEqual([asked]);
    expect(await values('mailer', types('inbox'), id)).toEqual([]);

    await system.restart('mailer');
    const { subject } = await system.mailbox.waitFor(address);
    expect(await values('mailer', types('inbox'), id)).toEqual([requested]);
    expect(await values('mailer', 'SELECT subject FROM mails WHERE correlation_id = $1', id)).toEqual([
      subject,
    ]);

    await until(() => logged('mailer', { correlationId: id }).length >= 2);
    expect(logged('members', { reqId: id })).toEqual(['answered']);
    // Who delivers a message and who handles it need not write their lines in that order.
    expect(logged('members', { correlationId: id, type: asked }).toSorted()).toEqual([
      'message delivered',
      'message handled',
    ]);
    expect(logged('members', { correlationId: id, type: requested, to: 'mailer' })).toEqual([
      'message delivered',
    ]);
    expect(logged('mailer', { correlationId: id }).toSorted()).toEqual(['mail sent', 'message handled']);
  });
});
