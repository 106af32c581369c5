import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { walkDatabase } from '../readiness/walk-database.js';
import { fall, ids, marks, startIncidents, type IncidentsStage, type Who } from './incidents-stage.js';

let stage: IncidentsStage;
beforeAll(async () => {
  stage = await startIncidents();
});
afterAll(() => stage?.stop());

describe('an incident', () => {
  it('is recorded by anybody of the staff, and read by those alone who are named, with each look noted', async () => {
    const visit = await stage.visit();
    // While nobody may read it, nobody would.
    expect(await stage.ask('sam', 'POST', visit, '/incidents', fall)).toMatchObject({
      status: 409,
      body: { code: 'nobody-named' },
    });
    expect(
      await stage.ask('admin', 'POST', visit, '/incident-readers', { email: 'kim@example.org' }),
    ).toMatchObject({
      status: 200,
      body: { items: [{ personId: ids.kim }], keepYears: 6 },
    });
    const recorded = await stage.ask('sam', 'POST', visit, '/incidents', fall);
    expect(recorded).toMatchObject({ status: 201, body: { number: 1 } });
    expect(JSON.stringify(recorded.body)).not.toContain('Quorvexia');
    const path = `/incidents/${recorded.body.id}`;
    const page = `${visit.manage}${path}`;
    const others: readonly Who[] = ['sam', 'admin', 'outsider', 'visitor'];
    for (const who of others) {
      for (const where of ['/incidents', path]) {
        expect([who, (await stage.ask(who, 'GET', visit, where)).status]).toEqual([who, 403]);
      }
      expect([who, (await stage.page(who, page)).status]).toEqual([who, 403]);
      for (const [step, body] of Object.entries({
        notes: { note: 'x' },
        close: undefined,
        open: undefined,
      })) {
        expect((await stage.ask(who, 'POST', visit, `${path}/${step}`, body)).status).toBe(403);
      }
    }
    // The list's own page tells them who may, and nothing of what there is.
    const list = await stage.page('sam', `${visit.manage}/incidents`);
    expect(list.status).toBe(200);
    expect(list.html).toContain('The kim');
    expect(list.html).not.toContain('Read incident');
    expect(await stage.query('SELECT FROM incident_looks')).toEqual([]);

    expect((await stage.ask('kim', 'GET', visit, path)).body).toMatchObject({ account: fall });
    expect((await stage.page('kim', page)).html).toContain('broke her wrist');
    const looks = await stage.query<object>('SELECT person_id, person_name FROM incident_looks');
    const look = { person_id: ids.kim, person_name: 'The kim' };
    expect(looks).toEqual([look, look]);
    // Another visit's name opens nothing.
    const elsewhere = await stage.named();
    expect((await stage.ask('kim', 'GET', elsewhere, path)).status).toBe(404);
    // Named no longer.
    expect((await stage.ask('admin', 'DELETE', visit, `/incident-readers/${ids.kim}`)).status).toBe(204);
    expect((await stage.ask('kim', 'GET', visit, path)).status).toBe(403);
    const { html } = await stage.page('sam', `${visit.manage}/history`);
    expect(html).toContain('May read incidents: The kim');
    expect(html).toContain('May no longer read incidents: The kim');
  });

  it('is not for administrators to read either, nor for others to say who may', async () => {
    const visit = await stage.named();
    for (const who of ['sam', 'kim', 'outsider', 'visitor'] as const) {
      expect((await stage.ask(who, 'GET', visit, '/incident-readers')).status).toBe(403);
      expect(
        (await stage.ask(who, 'POST', visit, '/incident-readers', { email: 'sam@example.org' })).status,
      ).toBe(403);
      expect((await stage.page(who, `${visit.manage}/incidents/readers`)).status).toBe(403);
    }
    expect((await stage.ask('admin', 'GET', visit, '/incidents')).status).toBe(403);
    expect(
      await stage.ask('admin', 'POST', visit, '/incident-readers', { email: 'x@example.org' }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'email', code: 'not-staff' }] },
    });
  });

  it('stands nowhere in clear: not in the database, the mails, the answers that are kept, or the logs', async () => {
    const visit = await stage.named();
    const headers = { ...(await stage.headersOf('kim', 'api')), 'idempotency-key': 'an-incident' };
    const { body } = await stage.api<{ id: string }>('POST', `/visits/${visit.id}/incidents`, headers, fall);
    await stage.ask('kim', 'POST', visit, `/incidents/${body.id}/notes`, { note: 'Dr Brumalkovic rang.' });
    await stage.ask('kim', 'POST', visit, `/incidents/${body.id}/actions`, {
      words: 'Ring Brumalkovic again',
      dueOn: '2026-01-31',
    });
    await stage.ask('sam', 'POST', visit, '/incidents', fall);
    await stage.ask('sam', 'POST', visit, '/incidents', { ...fall, day: '2099-01-01' });
    const mails = await stage.query<{ text: string }>(
      `SELECT payload::text AS text FROM outbox WHERE payload::text LIKE '%kim@example.org%' AND payload::text LIKE $1`,
      [`%${visit.id}%`],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('there is something new');
    expect(mails[0]?.text).not.toContain('incident 1');
    expect((await stage.ask('kim', 'GET', visit, `/incidents/${body.id}`)).body.entries).toMatchObject([
      { kind: 'note', said: 'Dr Brumalkovic rang.' },
      { kind: 'action', said: 'Ring Brumalkovic again', dueOn: '2026-01-31', doneAt: null },
    ]);
    expect(await walkDatabase(stage.system.adminUrl, marks)).toEqual([]);
    const logs = stage.system.logs('study-visits');
    expect(logs).toContain('answered');
    expect(marks.filter((mark) => logs.includes(mark))).toEqual([]);
    // An entry that is put in another's place does not open there.
    await stage.query(
      `UPDATE incident_entries SET sealed = (SELECT sealed FROM incident_entries WHERE incident_id = $1 AND kind = 'action')
       WHERE incident_id = $1 AND kind = 'note'`,
      [body.id],
    );
    expect((await stage.ask('kim', 'GET', visit, `/incidents/${body.id}`)).body.code).toBe(
      'cannot-be-opened',
    );
  });

  it('is closed once nothing is left to do, and is written to no more', async () => {
    const visit = await stage.named();
    const { body } = await stage.ask('kim', 'POST', visit, '/incidents', fall);
    const path = `/incidents/${body.id}`;
    await stage.ask('kim', 'POST', visit, `${path}/actions`, {
      words: 'Tell the insurer',
      dueOn: '2026-01-31',
    });
    expect((await stage.ask('kim', 'POST', visit, `${path}/close`)).body.code).toBe('still-to-do');
    const [action] = (await stage.ask('kim', 'GET', visit, path)).body.entries;
    expect((await stage.ask('kim', 'POST', visit, `${path}/actions/${action?.id}/done`)).status).toBe(200);
    expect((await stage.ask('kim', 'POST', visit, `${path}/actions/${action?.id}/done`)).status).toBe(200);
    expect((await stage.ask('kim', 'POST', visit, `${path}/close`)).status).toBe(200);
    expect((await stage.ask('kim', 'POST', visit, `${path}/notes`, { note: 'x' })).body.code).toBe(
      'is-closed',
    );
    expect((await stage.ask('kim', 'POST', visit, `${path}/open`)).status).toBe(200);
    expect((await stage.ask('kim', 'POST', visit, `${path}/notes`, { note: 'x' })).status).toBe(200);
  });

  it('says what is wrong at each field', async () => {
    const visit = await stage.named();
    const blank = { day: '2099-01-01', who: '', what: ' ' };
    const { status, body } = await stage.ask('sam', 'POST', visit, '/incidents', blank);
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(['day', 'who', 'what']);
    expect(
      (await stage.ask('admin', 'PUT', visit, '/incident-readers/keeping', { keepYears: 0 })).status,
    ).toBe(422);
    expect(
      (await stage.ask('admin', 'PUT', visit, '/incident-readers/keeping', { keepYears: 3 })).body,
    ).toMatchObject({
      keepYears: 3,
    });
  });
});

describe.each([
  ['without scripts', false],
  ['with scripts', true],
])('incidents in a browser, %s', (how, hasScripts) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** axe is a script itself: pages are the same without. */
  const expectFine = async (page: Page) => {
    if (hasScripts) expect(await faultsOf(page)).toEqual([]);
  };
  const pageOf = async (who: Who) => {
    const context = await browser.newContext({
      javaScriptEnabled: hasScripts,
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headersOf(who),
    });
    return context.newPage();
  };

  it('are recorded, read, noted, followed up and closed', async () => {
    const visit = await stage.visit();
    const admin = await pageOf('admin');
    const complaints = listenForComplaints(admin);
    await admin.goto(`${visit.manage}/incidents`);
    await admin.getByText('Nobody is named yet who may read it.').waitFor();
    await expectFine(admin);
    await admin.getByRole('link', { name: 'Say who may read it' }).click();
    await admin.getByRole('button', { name: 'Name them' }).click();
    await admin.getByText('Enter an email address.').first().waitFor();
    await expectFine(admin);
    await admin.getByLabel('Somebody else of the staff').fill('kim@example.org');
    await admin.getByRole('button', { name: 'Name them' }).click();
    await admin.getByText('The kim may read incidents of this visit.').waitFor();
    await shoot(admin, `incident readers ${how}`);

    const sam = await pageOf('sam');
    const samsComplaints = listenForComplaints(sam);
    await sam.setViewportSize({ width: 320, height: 700 });
    await sam.goto(`${visit.manage}/incidents/new`);
    await sam.getByRole('button', { name: 'Record it' }).click();
    await sam.getByText('Say who is concerned.').first().waitFor();
    await expectFine(sam);
    for (const [label, value] of Object.entries({ Day: '12', Month: '3', Year: '2025' }))
      await sam.getByLabel(label, { exact: true }).fill(value);
    await sam.getByLabel('Who is concerned?').fill(fall.who);
    await sam.getByLabel('What happened?').fill(`${fall.what} ${'So it was. '.repeat(40)}`);
    await sam.getByRole('button', { name: 'Record it' }).click();
    await sam.getByText('It is recorded').waitFor();
    await expectFine(sam);

    const kim = await pageOf('kim');
    const kimsComplaints = listenForComplaints(kim);
    await kim.goto(`${visit.manage}/incidents`);
    await shoot(kim, `incidents ${how}`);
    await expectFine(kim);
    await kim.getByRole('link', { name: 'Read incident 1' }).click();
    await kim.getByText('broke her wrist').waitFor();
    await kim.getByRole('button', { name: 'Add what is to be done' }).click();
    await kim.getByText('Say what is to be done, and by whom.').first().waitFor();
    await expectFine(kim);
    await kim.getByLabel('What is to be done, and by whom').fill('Tell the insurer: Kim');
    for (const [label, value] of Object.entries({ Day: '31', Month: '1', Year: '2026' }))
      await kim.getByLabel(label, { exact: true }).fill(value);
    await kim.getByRole('button', { name: 'Add what is to be done' }).click();
    await kim.getByText('By Saturday 31 January 2026').waitFor();
    await kim.getByLabel('Add a note').fill('She is home again.');
    await kim.getByRole('button', { name: 'Add the note' }).click();
    await kim.getByText('The note is added.').waitFor();
    await shoot(kim, `incident ${how}`);
    await kim.setViewportSize({ width: 320, height: 700 });
    await expectFine(kim);
    await kim.getByRole('button', { name: 'It is done' }).click();
    await kim.getByText('It is done.').waitFor();
    await kim.getByRole('button', { name: 'Close the incident' }).click();
    await kim.getByText('The incident is closed.').waitFor();
    await expectFine(kim);
    expect([...complaints, ...samsComplaints, ...kimsComplaints]).toEqual([]);
    for (const page of [admin, sam, kim]) await page.context().close();
  });
});
