import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser, textOf, type Visited } from './browsing.js';
import { addSession, connect } from './sessions.js';

/** A booking contact of the demonstration. */
async function somebody(client: pg.Client): Promise<{ id: string; name: string; address: string }> {
  const { rows } = await client.query<{ id: string; name: string; address: string }>(
    `SELECT p.id, p.name, e.address FROM people p
     JOIN emails e ON e.person_id = p.id AND e.is_primary AND e.verified_at IS NOT NULL
     JOIN seats s ON s.person_id = p.id
     JOIN affiliations a ON a.person_id = p.id
     WHERE p.merged_into IS NULL AND NOT EXISTS (SELECT FROM grants g WHERE g.person_id = p.id)
     ORDER BY p.name LIMIT 1`,
  );
  const [row] = rows;
  if (!row) throw new Error('the demonstration has nobody with a seat');
  return row;
}

describe('what is held on a person', () => {
  let system: System;
  let client: pg.Client;
  let person: { id: string; name: string; address: string };
  let browser: TestBrowser;

  beforeAll(async () => {
    system = await startSystem({ demo: true });
    client = await connect(system);
    person = await somebody(client);
    browser = new TestBrowser(system);
    browser.cookies.set('session', (await addSession(client, person.address)).secret);
  });
  afterAll(async () => {
    await client.end();
    await system.stop();
  });

  async function until(path: string, isSo: (visited: Visited) => boolean): Promise<Visited> {
    let visited = await new TestBrowser(system).get(path);
    for (let tries = 0; tries < 1200 && !isSo(visited); tries += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      visited = await new TestBrowser(system).get(path);
    }
    return visited;
  }

  it('stands on a page for them alone, with what every part of the site holds', async () => {
    const page = await browser.get('/members/account/data');
    expect(page.status).toBe(200);
    const text = textOf(page.html);
    for (const told of [
      person.name,
      person.address,
      'Seats on boards',
      'Sign-ins',
      'Addresses of your own calendar',
      'Where your mail goes',
    ]) {
      expect(text).toContain(told);
    }
    expect(text).not.toContain('does not answer');
    const visitor = await new TestBrowser(system).get('/members/account/data');
    expect([401, 403]).toContain(visitor.status);
    expect(textOf(visitor.html)).not.toContain(person.name);
  });

  it('is downloaded for programs and to be read, which the audit log is told', async () => {
    const json = await browser.get('/members/account/data.json');
    expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-.*\.json"$/);
    const told = JSON.parse(json.html) as {
      missing: string[];
      data: Record<string, Record<string, Record<string, unknown>[]>>;
    };
    expect(told.missing).toEqual([]);
    expect(Object.keys(told.data).toSorted()).toEqual([
      'conference-registration',
      'events-calendar',
      'exhibition-stands',
      'mailer',
      'members',
      'study-visits',
    ]);
    expect(told.data['members']?.['record']?.[0]).toMatchObject({ name: person.name });
    expect(told.data['members']?.['addresses']).toContainEqual(
      expect.objectContaining({ address: person.address, isPrimary: true }),
    );
    const html = await browser.get('/members/account/data.html');
    expect(html.headers.get('content-disposition')).toMatch(/\.html"$/);
    expect(textOf(html.html)).toContain(person.address);
    const { rows } = await client.query<{ format: string }>(
      `SELECT details ->> 'format' AS format FROM audit_entries
       WHERE act = 'data-downloaded' AND actor_id = $1 ORDER BY at`,
      [person.id],
    );
    expect(rows.map(({ format }) => format)).toEqual(['json', 'html']);
  });

  it('says which part could not be asked, and shows the rest', async () => {
    await system.kill('mailer');
    const text = textOf((await browser.get('/members/account/data')).html);
    expect(text).toContain('This part of the site does not answer at the moment.');
    expect(text).toContain(person.address);
    const json = JSON.parse((await browser.get('/members/account/data.json')).html) as { missing: string[] };
    expect(json.missing).toEqual(['mailer']);
    await system.restart('mailer');
  });

  it('is erased on their word, in every part of the site, and a receipt shows when each has', async () => {
    const form = await browser.get('/members/account/erase');
    const receipt = /name="receipt" value="([\w-]{43})"/.exec(form.html)?.[1] ?? '';
    const unsure = await browser.post('/members/account/erase', { receipt });
    expect(unsure.status).toBe(422);
    expect(textOf(unsure.html)).toContain('Confirm that you want to be erased.');
    const foreign = await browser.post(
      '/members/account/erase',
      { receipt, sure: 'yes' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    await expect(
      client.query('SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL', [person.id]),
    ).resolves.toMatchObject({ rowCount: 1 });

    const done = await browser.post('/members/account/erase', { receipt, sure: 'yes' });
    expect(done).toMatchObject({ status: 303, location: `/members/erasures/${receipt}` });
    const over = await until(`/members/erasures/${receipt}`, ({ html }) =>
      html.includes('You have been erased'),
    );
    const text = textOf(over.html);
    expect(text).toContain('Every part of the site has forgotten you.');
    expect(text.match(/Done/g)).toHaveLength(6);
    expect(text).not.toContain(person.name);
    expect((await browser.get('/members/account/data')).status).not.toBe(200);
    expect((await new TestBrowser(system).get('/members/erasures/x')).status).toBe(404);
  });

  it('is shown to staff as erased, by whom and when', async () => {
    const staff = new TestBrowser(system);
    staff.cookies.set('session', (await addSession(client, 'sam.staff@example.org')).secret);
    const log = textOf((await staff.get('/members/manage/audit?act=person-erased')).html);
    expect(log).toContain('1 entry');
    expect(log).not.toContain(person.name);
    const page = await staff.get(`/members/manage/people/${person.id}`);
    expect(textOf(page.html)).toContain('on their own wish. Every part of the site has forgotten them.');
  });
});
