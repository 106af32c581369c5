import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, Logger } from 'typeorm';
import { createDataSource } from '../../apps/conference-registration/src/data-source.js';
import { ReadCatalogue } from '../../apps/conference-registration/src/catalogue/read-catalogue.js';
import { ReadOverview } from '../../apps/conference-registration/src/money/reading/read-overview.js';
import { ReadDashboard } from '../../apps/conference-registration/src/running/dashboard/read-dashboard.js';
import { everything } from '../../apps/conference-registration/src/running/lists/domain/list-query.js';
import { FindBookings } from '../../apps/conference-registration/src/running/lists/find-bookings.js';
import { FindDelegates } from '../../apps/conference-registration/src/running/lists/find-delegates.js';
import { stageQuestion } from './booking-stage.js';
import { stageMany, startRunning, type RunningStage } from './running-stage.js';
import type { Booker, StagedConference } from './stage.js';

let stage: RunningStage;
let booker: Booker;
let conference: StagedConference;
let reference: string;

const formula = '=HYPERLINK("https://example.org")';
const html = '<b>Bold</b> & Co';

beforeAll(async () => {
  stage = await startRunning();
  booker = await stage.booker({ organisationName: formula, name: html });
  conference = await stage.conference({
    tickets: { 'Both days': {}, Online: { price: 0 } },
    pools: { Hall: { capacity: 3, tickets: ['Both days'] }, Each: { capacity: 5, perOrganisation: true } },
    codes: { SPEAKER: {} },
    columns: { title: '=1+1 Conference' },
  });
  const open = await stageQuestion(stage, conference, 1, { label: formula });
  const secret = await stageQuestion(stage, conference, 2, {
    label: 'What do you eat?',
    sensitive: 'dietary',
  });
  reference = await stage.booked(booker, conference, 'Both days', [`${html} One`, '=Two Example']);
  const other = await stage.booker({ organisationName: 'Rochdale Borough Council', name: 'Ann Other' });
  await stage.booked(other, conference, 'Online', ['Xiu Example']);
  await stage.query(`UPDATE bookings SET purchase_order_required = true WHERE reference = $1`, [reference]);
  await stage.query(`UPDATE people SET phone = '(01632) 960599' WHERE id = $1`, [other.personId]);
  await stage.query(
    `INSERT INTO answers (question_id, subject_id, booking_id, delegate_id, sensitive, value)
     SELECT q.id, d.id, d.booking_id, d.id, q.sensitive, to_jsonb(CASE WHEN q.id = $1 THEN '+answer' ELSE 'Vegan' END)
     FROM delegates d, questions q WHERE q.id IN ($1, $2)`,
    [open, secret],
  );
});
afterAll(() => stage.stop());

const path = (part: string) => `/conference/manage/${conference.id}/${part}`;

describe('the lists', () => {
  it.each([
    ['bookings', '', ['Rochdale Borough Council', html]],
    ['bookings', '?q=rochdale', ['Rochdale Borough Council']],
    ['bookings', '?q=xiu', ['Rochdale Borough Council']],
    ['bookings', '?q=INV-00001', [html]],
    ['bookings', '?paid=no', [html]],
    ['bookings', '?order=missing', [html]],
    ['bookings', '?q=%2B44+1632+960+599', ['Rochdale Borough Council']],
    ['bookings', '?q=01632+960598', []],
    ['bookings', '?state=cancelled', []],
    ['bookings', '?q=%25', []],
    ['delegates', '', [`${html} One`, '=Two Example', 'Xiu Example']],
    ['delegates', '?q=two', ['=Two Example']],
    ['delegates', '?paid=no', [`${html} One`, '=Two Example']],
    ['delegates', '?state=applied', []],
  ])('%s%s', async (part, query, names) => {
    const { status, text, html: source } = await stage.staff.get(path(part) + query);
    expect(status).toBe(200);
    const all = ['Rochdale Borough Council', `${html} One`, '=Two Example', 'Xiu Example'];
    const rows = text.slice(text.indexOf('Export this list as CSV'));
    for (const name of names) expect(rows).toContain(name);
    if (names.length === 0) expect(text).toMatch(/No (bookings|delegates) are like this/);
    else if (part === 'delegates') {
      for (const name of all.filter((each) => !names.includes(each) && each !== all[0])) {
        expect(rows).not.toContain(name);
      }
    }
    expect(source).not.toContain('<b>Bold');
  });

  it('filter by ticket and organisation', async () => {
    const online = await stage.staff.get(`${path('delegates')}?ticket=${conference.tickets['Online']}`);
    expect(online.text).toContain('1 delegate, by name');
    const own = await stage.staff.get(`${path('bookings')}?organisation=${booker.organisationId}`);
    expect(own.text).toContain('1 booking, the latest first');
  });

  it.each(['bookings', 'delegates'])(
    '%s are taken out as they are seen, formulae defused, nothing private',
    async (part) => {
      const csv = await stage.staff.get(`${path(part)}/export.csv?paid=no`);
      expect(csv.status).toBe(200);
      expect(csv.html).not.toMatch(/(^|[,"\n\r])[=+@]/);
      expect(csv.html).toContain(reference);
      expect(csv.html).not.toContain('Rochdale');
      expect(csv.html).not.toContain('Vegan');
      expect((await stage.staff.get(`${path(part)}/export.xlsx`)).status).toBe(200);
      expect((await stage.staff.get(`${path(part)}/export.doc`)).status).toBe(404);
    },
  );

  it('answer programs page by page', async () => {
    const first = await stage.api<{ items: { reference: string }[]; nextCursor: string }>(
      'GET',
      `/conferences/${conference.slug}/bookings?limit=1`,
      stage.staffApi,
    );
    expect(first).toMatchObject({
      status: 200,
      body: { items: [{ organisation: { name: 'Rochdale Borough Council' } }] },
    });
    const second = await stage.api(
      'GET',
      `/conferences/${conference.id}/bookings?limit=1&cursor=${first.body.nextCursor}`,
      stage.staffApi,
    );
    expect(second.body).toMatchObject({
      items: [{ reference, delegates: 2, purchaseOrderMissing: true }],
      nextCursor: null,
    });
    const delegates = await stage.api('GET', `/conferences/${conference.id}/delegates?q=xiu`, stage.staffApi);
    expect(delegates.body).toMatchObject({
      items: [{ name: 'Xiu Example', tickets: ['Online'] }],
      nextCursor: null,
    });
    expect(
      (await stage.api('GET', `/conferences/${conference.id}/delegates?cursor=x`, stage.staffApi)).status,
    ).toBe(400);
    expect((await stage.api('GET', `/conferences/${conference.id}/delegates`, booker.api)).status).toBe(403);
  });

  it('are searched over all conferences', async () => {
    const found = await stage.staff.get('/conference/manage/search?q=xiu');
    expect(found.text).toContain('1 booking');
    expect(found.text).toContain('1 delegate');
    expect((await stage.staff.get('/conference/manage/search?q=nobody-has-this')).text).toContain(
      'Nothing was found',
    );
    expect((await stage.staff.get('/conference/manage/search')).text).toContain('Search all conferences');
  });

  it('are searched together with codes that nobody used yet, those who wait, and accounts', async () => {
    await stage.query(
      `INSERT INTO codes (id, conference_id, code, note, reserves, created_at, version)
       VALUES (gen_random_uuid(), $1, 'PRESS-9', 'For the <b>Gazette</b>', false, now(), 1)`,
      [conference.id],
    );
    await stage.query(
      `INSERT INTO waiting_entries (id, conference_id, ticket_type_id, number, wanted, all_together, status, blocked_by,
         booked_for, organisation_name, category, name, email, joined_at)
       VALUES (gen_random_uuid(), $1, $2, 900, 1, true, 'waiting', '{}', 'organisation', 'Nelson Council', 'full',
         'Will Waiting', 'will@example.org', now())`,
      [conference.id, Object.values(conference.tickets)[0]],
    );
    await stage.query(
      `INSERT INTO customers (id, organisation_id, name) VALUES ($1, 'o', 'Billed Council')`,
      [randomUUID()],
    );
    const search = async (text: string) =>
      (await stage.staff.get(`/conference/manage/search?q=${text}`)).text;
    for (const text of ['press-9', 'gazette']) {
      expect(await search(text)).toMatch(/1 code .*PRESS-9 For the <b>Gazette<\/b>/);
    }
    for (const text of ['will', 'nelson', 'will@example.org']) {
      expect(await search(text)).toMatch(/1 party on waiting lists .*Will Waiting .*Nelson Council Waiting/);
    }
    expect(await search('billed')).toMatch(/1 statement of account .*Billed Council/);
    expect(await search('xiu')).not.toMatch(/code |waiting lists|statement/);
  });

  it.each(['codes', 'applications'])('are taken out with %s, formulae defused', async (part) => {
    await stage.query(`UPDATE codes SET note = '=1+1' WHERE conference_id = $1`, [conference.id]);
    const address = `/conference/manage/${conference.id}/${part}`;
    const file = await stage.staff.get(`${address}/export.csv`);
    expect(file.status).toBe(200);
    expect(file.html).not.toMatch(/(?:^|[,"\n])=/m);
    expect(file.html).toContain(part === 'codes' ? 'PRESS-9,Leaves the price as it is' : 'Name,Organisation');
    expect((await stage.staff.get(`${address}/export.xlsx`)).status).toBe(200);
    expect((await stage.staff.get(`${address}/export.doc`)).status).toBe(404);
  });
});

describe('the dashboard', () => {
  it('says what needs somebody first, in words with numbers', async () => {
    await stage.query(`UPDATE pools SET capacity = 1 WHERE conference_id = $1 AND name = 'Hall'`, [
      conference.id,
    ]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    const { text } = await stage.staff.get(path('dashboard'));
    expect(text).toContain('1 limit over by 1: Hall');
    expect(text).toContain('1 purchase order missing');
    expect(text).toContain('2 confirmed bookings with 3 delegates');
    expect(text).toContain('£468.00');
  });

  it('is calm when there is nothing', async () => {
    const empty = await stage.conference({ tickets: {} });
    const { text } = await stage.staff.get(`/conference/manage/${empty.id}/dashboard`);
    expect(text).toContain('Nothing: no application');
  });
});

describe('a booking as staff see it', () => {
  it('has its history in words, and notes that are kept once', async () => {
    const page = await stage.staff.get(`/conference/manage/bookings/${reference}`);
    expect(page.text).toContain('began the booking');
    expect(page.text).toContain('confirmed the booking');
    const once = /name="once" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const send = (text: string) =>
      stage.staff.post(`/conference/manage/bookings/${reference}/notes`, { once, text });
    const answers = await Promise.all([send('<i>Rang</i>\nthem'), send('<i>Rang</i>\nthem')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await send(' ')).status).toBe(422);
    const after = await stage.staff.get(`/conference/manage/bookings/${reference}`);
    expect(after.text.match(/<i>Rang<\/i>/g)).toHaveLength(1);
    expect(after.html).not.toContain('<i>Rang');
    const notes = await stage.api('GET', `/bookings/${reference}/notes`, stage.staffApi);
    expect(notes.body).toMatchObject({ items: [{ text: '<i>Rang</i>\nthem', by: 'Sam Example' }] });
    expect((await stage.api('GET', `/bookings/${reference}/notes`, booker.api)).status).toBe(403);
    expect(
      (await stage.api('POST', `/bookings/${reference}/notes`, stage.staffApi, { text: 'By program' }))
        .status,
    ).toBe(201);
  });

  it('is not there for an address that is none', async () => {
    expect((await stage.staff.get('/conference/manage/bookings/CN-222222')).status).toBe(404);
    expect((await stage.staff.get('/conference/manage/bookings/x%00y')).status).toBe(404);
  });
});

describe('with a thousand bookings', () => {
  let dataSource: DataSource;
  let asked: string[] = [];
  const noted = (query: string) => {
    asked.push(query);
  };
  const nothing = () => undefined;
  const logger: Logger = {
    logQuery: noted,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };

  beforeAll(async () => {
    dataSource = createDataSource(stage.system.databaseUrl('conference-registration'));
    dataSource.setOptions({ logging: ['query'], logger });
    await dataSource.initialize();
  });
  afterAll(() => dataSource.destroy());

  const numberOf = async (work: () => Promise<unknown>): Promise<number> => {
    asked = [];
    await work();
    return asked.length;
  };

  it('lists and dashboard ask as few questions as with ten', async () => {
    const clock = () => Temporal.Now.instant();
    const catalogue = await new ReadCatalogue(dataSource).of(conference.id);
    const bookings = new FindBookings(dataSource);
    const delegates = new FindDelegates(dataSource);
    const dashboard = new ReadDashboard(dataSource, new ReadOverview(dataSource), clock);
    const count = async () => [
      await numberOf(() => bookings.list(conference.id, everything, 50)),
      await numberOf(() => delegates.list(conference.id, { ...everything, text: 'delegate' }, 50)),
      await numberOf(() => dashboard.of(catalogue)),
    ];
    await stageMany(stage, conference, 'Online', 10);
    const few = await count();
    await stage.query(
      `UPDATE bookings SET reference = 'CN-' || substr(id::text, 1, 7) WHERE reference LIKE 'CN-XX%'`,
    );
    await stageMany(stage, conference, 'Online', 1000);
    expect(await count()).toEqual(few);
    expect(few).toEqual([1, 1, 5]);
    const begun = performance.now();
    await stage.staff.get(path('dashboard'));
    await stage.staff.get(`${path('bookings')}?q=rochdale`);
    await stage.staff.get(`${path('delegates')}?paid=no`);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
