import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let browser: Browser;
let staff: Page;
let xiu: Page;
const complaints: (readonly string[])[] = [];
const erased = { id: '', receipt: '' };

/** The address that mail to somebody goes to. */
async function addressOf(name: string): Promise<string> {
  const [row] = await people.query<{ address: string }>(
    'SELECT address FROM emails WHERE person_id = $1 AND is_primary',
    [await people.idOf(name)],
  );
  return row?.address ?? '';
}

async function openAs(name: string): Promise<Page> {
  const address = await addressOf(name);
  const context = await browser.newContext({
    baseURL: people.system.urls['members'] ?? '',
    extraHTTPHeaders: await people.identityOf(await people.session(address)),
  });
  const page = await context.newPage();
  complaints.push(listenForComplaints(page));
  return page;
}

/** Two days' reports, and entries enough for a second page of the log. */
async function fill(): Promise<void> {
  await people.query(
    `INSERT INTO retention_runs VALUES
       ('2026-11-20', now(), now(), '{"people":1,"history":0,"signInRequests":12,"limits":40,"sessions":3,"apiTokens":0,"audit":0,"receipts":0,"imports":0}'),
       ('2026-11-21', now(), now(), '{"people":0}')`,
  );
  await people.query(
    `INSERT INTO audit_entries (id, at, act, actor_id, actor_name, on_behalf_of_id, subject_name, details)
     SELECT gen_random_uuid(), now(), 'exported', NULL, 'Maximiliana Featherstonehaugh-Cholmondeley-Specimen', gen_random_uuid(),
       NULL, '{"what":"organisations","rows":79}' FROM generate_series(1, 60)`,
  );
}

beforeAll(async () => {
  people = await startPeople();
  browser = await openBrowser();
  await fill();
  [staff, xiu] = [await openAs('Sam Staff'), await openAs('Xiu Example')];
  const wanda = await people.signedIn(await addressOf('Wanda Twohats'));
  erased.id = await people.idOf('Wanda Twohats');
  erased.receipt =
    /name="receipt" value="([\w-]+)"/.exec((await wanda.get('/members/account/erase')).html)?.[1] ?? '';
  await wanda.post('/members/account/erase', { receipt: erased.receipt, sure: 'yes' });
});
afterAll(async () => {
  await browser.close();
  await people.stop();
});

const pages: readonly (readonly [string, () => Page, () => string | Promise<string>])[] = [
  ['audit log', () => staff, () => '/members/manage/audit'],
  ['audit log without a match', () => staff, () => '/members/manage/audit?q=nobody&from=2026-01-01'],
  ['retention', () => staff, () => '/members/manage/retention'],
  [
    'erase person',
    () => staff,
    async () => `/members/manage/people/${await people.idOf('Dora Double')}/erase`,
  ],
  ['erased person', () => staff, () => `/members/manage/people/${erased.id}`],
  ['privacy', () => xiu, () => '/members/privacy'],
  ['own data', () => xiu, () => '/members/account/data'],
  ['erase me', () => xiu, () => '/members/account/erase'],
  ['receipt', () => xiu, () => `/members/erasures/${erased.receipt}`],
];

it.each(pages)('%s has no faults', async (name, reader, path) => {
  const page = reader();
  const answer = await page.goto(await path());
  expect(answer?.status()).toBe(200);
  await shoot(page, name);
  expect(await faultsOf(page)).toEqual([]);
});

it.each([
  ['erase me', () => xiu, () => '/members/account/erase'],
  [
    'erase person',
    () => staff,
    async () => `/members/manage/people/${await people.idOf('Dora Double')}/erase`,
  ],
])('%s with nothing filled in has no faults', async (name, reader, path) => {
  const page = reader();
  await page.goto(await path());
  await page.locator('main form[method=post] button').click();
  await page.locator('.govuk-error-summary').waitFor();
  await shoot(page, `${name} wrong`);
  expect(await faultsOf(page)).toEqual([]);
});

it('the browser complains of nothing', () => {
  expect(complaints.flat()).toEqual([]);
});
