import { hashOf, newSecret } from '../../apps/members/src/secrets.js';
import { erasedName, traces } from '../../apps/members/src/erasing/domain/traces.js';
import { addPerson } from './sessions.js';
import { openPeopleData, type PeopleData } from './people-data.js';

/** Something of Xiu that no row may hold any more. */
const marks = ['Xiu', 'xiu@', '01632 960001', 'Clerk', '192.0.2.x'];

describe('erasing a person', () => {
  let data: PeopleData;
  beforeAll(async () => {
    data = await openPeopleData();
  });
  afterAll(() => data.close());

  const erase = (personId: string, receipt = newSecret()) =>
    data.erasePerson.run(null, 'request-1', {
      personId,
      receipt,
      wantedBy: 'staff',
      reason: 'Asked by letter',
    });

  /** Every table that holds one of the marks anywhere in a row. */
  async function tablesWith(mark: string): Promise<string[]> {
    const { rows: tables } = await data.client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'members' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await data.client.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 LIMIT 1`, [
        `%${mark}%`,
      ]);
      if (rowCount) found.push(name);
    }
    return found;
  }

  /** For each mark the tables that hold it. */
  async function tablesWithMarks(): Promise<string[][]> {
    const tables: string[][] = [];
    for (const mark of marks) tables.push(await tablesWith(mark));
    return tables;
  }

  it('leaves nothing of them in any table, and everything of others', async () => {
    const other = await data.addTraced({ name: 'Sam Staff', address: 'sam@example.org' });
    const xiu = await data.addTraced({ name: 'Xiu Example', address: 'xiu@example.org' });
    await data.client.query('UPDATE organisation_revisions SET actor_name = $2 WHERE actor_id = $1', [
      xiu,
      'Xiu Example',
    ]);
    const before = await tablesWithMarks();
    expect(before.every((tables) => tables.length > 0)).toBe(true);
    await data.client.query(`UPDATE people SET phone = NULL, job_title = NULL WHERE id = $1`, [other]);
    await data.client.query(`UPDATE sessions SET network = 'office' WHERE person_id = $1`, [other]);
    await data.client.query(
      `UPDATE sign_in_requests SET network = 'office' WHERE address = 'sam@example.org'`,
    );

    await erase(xiu);

    await expect(tablesWithMarks()).resolves.toEqual(marks.map(() => []));
    const { rows } = await data.client.query(
      'SELECT name, erased_at IS NOT NULL AS erased FROM people WHERE id = $1',
      [xiu],
    );
    expect(rows).toEqual([{ name: erasedName, erased: true }]);
    await expect(data.count('emails WHERE person_id = $1', [other])).resolves.toBe(1);
    await expect(data.count('sessions WHERE person_id = $1 AND ended_at IS NULL', [other])).resolves.toBe(1);
    await expect(data.count(`audit_entries WHERE actor_name = 'Sam Staff'`)).resolves.toBe(1);
  });

  it('tells every other service, and is done here at once', async () => {
    const ada = await data.addTraced({ name: 'Ada Example' });
    const receipt = newSecret();
    await erase(ada, receipt);
    const { rows: parts } = await data.client.query<{ app: string; done_at: Date | null }>(
      `SELECT p.app, p.done_at FROM erasure_parts p JOIN erasures e ON e.id = p.erasure_id
       WHERE e.receipt_hash = $1 ORDER BY 1`,
      [hashOf(receipt)],
    );
    expect(parts).toEqual([
      { app: 'conference-registration', done_at: null },
      { app: 'events-calendar', done_at: null },
      { app: 'exhibition-stands', done_at: null },
      { app: 'mailer', done_at: null },
      { app: 'study-visits', done_at: null },
    ]);
    const { rows: sent } = await data.client.query<{ consumers: string[] }>(
      `SELECT consumers FROM outbox WHERE type = 'members.person-erased.v1' AND payload ->> 'id' = $1`,
      [ada],
    );
    expect(sent.map(({ consumers }) => consumers.toSorted())).toEqual([
      ['conference-registration', 'events-calendar', 'exhibition-stands', 'mailer', 'study-visits'],
    ]);
  });

  it('takes along whoever was merged into them, at whatever remove', async () => {
    const [first, second, third] = [
      await addPerson(data.client, { name: 'Wren One' }),
      await addPerson(data.client, { name: 'Wren Two' }),
      await addPerson(data.client, { name: 'Wren Three' }),
    ];
    await data.client.query('UPDATE people SET merged_into = $2 WHERE id = $1', [first, second]);
    await data.client.query('UPDATE people SET merged_into = $2 WHERE id = $1', [second, third]);
    await expect(erase(first)).rejects.toMatchObject({ status: 404 });
    await erase(third);
    await expect(tablesWith('Wren')).resolves.toEqual([]);
    await expect(
      data.count(`outbox WHERE type = 'members.person-erased.v1' AND payload ->> 'id' = ANY($1)`, [
        [first, second, third],
      ]),
    ).resolves.toBe(3);
  });

  it('is refused for staff and admins, for nobody, and the second time; nothing is half done', async () => {
    const staff = await data.addTraced({ name: 'Bo Staff', roles: ['staff'] });
    await expect(erase(staff)).rejects.toMatchObject({ status: 409, code: 'person-has-role' });
    await expect(data.count(`person_revisions WHERE actor_name = 'Bo Staff'`)).resolves.toBe(1);
    await expect(erase('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ status: 404 });
    const gone = await addPerson(data.client, { name: 'Gone Example' });
    const twice = await Promise.allSettled([erase(gone), erase(gone)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('knows of every column that points at a person', async () => {
    const { rows } = await data.client.query<{ trace: string }>(
      `SELECT table_name || '.' || column_name AS trace FROM information_schema.columns
       WHERE table_schema = 'members' AND data_type = 'uuid'
         AND column_name ~ '(person|people|actor|acting|subject|behalf|merged|_by$|owner|asker)' ORDER BY 1`,
    );
    const { rows: keys } = await data.client.query<{ trace: string }>(
      `SELECT c.conrelid::regclass::text || '.' || a.attname AS trace
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'people'::regclass`,
    );
    const found = new Set([...rows, ...keys].map(({ trace }) => trace));
    expect([...found].toSorted()).toEqual(traces.map(({ table, column }) => `${table}.${column}`).toSorted());
  });
});
