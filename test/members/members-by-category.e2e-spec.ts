import pg from 'pg';
import { nameKey } from '../../apps/members/src/organisations/domain/name-key.js';
import { startSystem, type System } from '#launcher';
import { emptying } from '../emptying.js';
import { until } from '../until.js';

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('the members’ page', () => {
  let system: System;
  const url = () => `${system.urls['shell']}/members`;

  beforeAll(async () => {
    system = await startSystem({ apps: ['shell', 'members'], demo: true });
  });
  afterAll(() => system.stop());

  it('lists the demonstration’s 79 organisations by category', async () => {
    const text = await textOf(url());
    expect(text).toContain('79 organisations belong to the network.');
    const headings = [
      ...text.matchAll(/(Full members|Associate members|Affiliate members|Supporters) \((\d+)\)/g),
    ];
    expect(headings.map(([, name, count]) => `${name} ${count}`)).toEqual([
      'Full members 33',
      'Associate members 18',
      'Affiliate members 27',
      'Supporters 1',
    ]);
    expect(text).toContain('Barking &amp; Dagenham Council');
  });

  it('shows a change at once, and says what will be there when nothing is', async () => {
    const client = new pg.Client({ connectionString: system.databaseUrl('members') });
    await client.connect();
    await client.query(emptying('organisations CASCADE'));
    await client.end();
    await until(async () => !(await textOf(url())).includes('79 organisations'));
    expect(await textOf(url())).toContain('No members yet');
  });

  it('keeps an organisation from standing twice', async () => {
    const client = new pg.Client({ connectionString: system.databaseUrl('members') });
    await client.connect();
    const add = (name: string) =>
      client.query(
        `INSERT INTO organisations (id, name, name_key, category, kind, status, purchase_order_required, version, created_at, changed_at)
         VALUES (gen_random_uuid(), $1, $2, 'full', 'council', 'member', false, 1, now(), now())`,
        [name, nameKey(name)],
      );
    await add('Barking & Dagenham Council');
    await expect(add('BARKING and Dagenham  council')).rejects.toThrow(/organisations_name_key_key/);
    await client.end();
  });

  it('cannot read the calendar’s tables', async () => {
    const client = new pg.Client({ connectionString: system.databaseUrl('members') });
    await client.connect();
    await expect(client.query('SELECT * FROM events_calendar.events')).rejects.toThrow(/permission denied/);
    await client.end();
  });
});
