import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Outbox } from '#messaging';
import { ChangeNotices, createLog, Transactions } from '#platform';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { AuditLog } from '../../apps/members/src/audit/audit-log.js';
import { createDataSource } from '../../apps/members/src/data-source.js';
import { ErasePerson } from '../../apps/members/src/erasing/erase-person.js';
import { CarryOutRetention } from '../../apps/members/src/retention/carry-out-retention.js';
import { Sessions } from '../../apps/members/src/sessions/sessions.js';
import { addPerson, type TestPerson } from './sessions.js';

/** The use cases about people's data, on a database of their own, with a clock that is given in. */
export interface PeopleData {
  readonly client: pg.Client;
  readonly dataSource: DataSource;
  readonly erasePerson: ErasePerson;
  readonly retention: CarryOutRetention;
  setNow(this: void, instant: string): void;
  /** A person with something in every table that can hold anything of them. */
  addTraced(this: void, person: TestPerson): Promise<string>;
  /** How many rows a query counts. */
  count(this: void, from: string, values?: readonly unknown[]): Promise<number>;
  close(this: void): Promise<void>;
}

export async function openPeopleData(): Promise<PeopleData> {
  const database: TestDatabase = await createTestDatabase();
  const url = database.url('members');
  const dataSource = await createDataSource(url).initialize();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let now = Temporal.Instant.from('2026-11-22T12:00:00Z');
  const clock = () => now;
  const log = createLog('test', 'silent');
  const erasePerson = new ErasePerson(
    new Transactions(dataSource, new ChangeNotices(url, 'members_changed', log)),
    new Outbox('members'),
    new AuditLog(),
    new Sessions(dataSource),
    clock,
  );
  return {
    client,
    dataSource,
    erasePerson,
    retention: new CarryOutRetention(dataSource, erasePerson, clock, log),
    setNow: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    addTraced: (person) => addTraced(client, person),
    count: async (from, values = []) => {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`, [
        ...values,
      ]);
      return rows[0]?.n ?? -1;
    },
    close: async () => {
      await client.end();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

async function addTraced(client: pg.Client, person: TestPerson): Promise<string> {
  const id = await addPerson(client, person);
  const organisation = uuidv7();
  const statements: readonly (readonly [string, readonly unknown[]])[] = [
    [
      `UPDATE people SET preferred_name = 'Xi', pronouns = 'they', phone = '01632 960001', job_title = 'Clerk' WHERE id = $1`,
      [id],
    ],
    [
      `INSERT INTO organisations (id, name, name_key, category, kind, status, purchase_order_required, version, created_at, changed_at)
       VALUES ($1::uuid, 'Council ' || $1, 'council ' || $1, 'full', 'council', 'left', false, 1, now(), now())`,
      [organisation],
    ],
    [`INSERT INTO affiliations VALUES ($1, $2, 'officer', NULL, true)`, [id, organisation]],
    [`INSERT INTO boards (slug, name) VALUES ('values', 'Values board') ON CONFLICT DO NOTHING`, []],
    [`INSERT INTO seats VALUES (gen_random_uuid(), $1, 'values', NULL, '2020-01-01', '2021-01-01')`, [id]],
    [
      `INSERT INTO person_revisions VALUES ($1, 1, now(), $1, $2, 'created', NULL, '[{"field":"Name","before":"","after":"X"}]')`,
      [id, person.name],
    ],
    [
      `INSERT INTO organisation_revisions (organisation_id, version, at, actor_id, actor_name, action, reason, changes)
       VALUES ($1, 1, now(), $2, $3, 'created', NULL, '[]')`,
      [organisation, id, person.name],
    ],
    [
      `INSERT INTO audit_entries (id, at, act, actor_id, actor_name, subject_id, subject_name, details)
       VALUES (gen_random_uuid(), now(), 'token-made', $1, $2, $1, $2, '{}')`,
      [id, person.name],
    ],
    [
      `INSERT INTO sessions (id, secret_hash, person_id, created_at, last_seen_at, expires_at, user_agent, network)
       VALUES ($1::uuid, 'hash of ' || $1, $2, now(), now(), now() + interval '1 day', 'A browser', '192.0.2.x')`,
      [uuidv7(), id],
    ],
    [
      `INSERT INTO api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at)
       VALUES ($1::uuid, $2, 'Spreadsheet of ' || $3, 'hash of ' || $1, '[]', now(), now() + interval '1 day')`,
      [uuidv7(), id, person.name],
    ],
  ];
  for (const [statement, values] of statements) await client.query(statement, [...values]);
  if (person.address !== undefined) {
    await client.query(
      `INSERT INTO sign_in_requests (id, address, return_path, network, may_send, wrong_codes, asked_at, expires_at)
       VALUES (gen_random_uuid(), $1, '/', '192.0.2.x', true, 0, now(), now() + interval '15 minutes')`,
      [person.address],
    );
  }
  return id;
}
