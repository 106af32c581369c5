import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { ada, startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  people = await startPeople();
  browser = await openBrowser();
  const context = await browser.newContext({
    baseURL: people.system.urls['members'] ?? '',
    extraHTTPHeaders: await people.identityOf(await people.session(ada)),
  });
  page = await context.newPage();
  complaints = listenForComplaints(page);
});
afterAll(async () => {
  await browser.close();
  await people.stop();
});

const manage = '/members/manage/people';
const pathOf = async (name: string, step = '') => `${manage}/${await people.idOf(name)}${step}`;
const organisationOf = async (name: string) => {
  const [row] = await people.query<{ id: string }>(
    'SELECT organisation_id AS id FROM affiliations WHERE person_id = $1',
    [await people.idOf(name)],
  );
  return row?.id ?? '';
};
const seatOf = async (name: string) => {
  const [row] = await people.query<{ id: string }>('SELECT id FROM seats WHERE person_id = $1', [
    await people.idOf(name),
  ]);
  return row?.id ?? '';
};
const longest =
  'Maximiliana Wilhelmina Featherstonehaugh-Cholmondeley-Specimen van der Voorbeeldenburgh the Younger';

const pages: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['everybody', () => manage],
  ['nobody found', () => `${manage}?q=nobody-like-this&role=admin`],
  ['past the end', () => `${manage}?page=9`],
  ['new person', () => `${manage}/new`],
  ['person with seats', () => pathOf('Councillor Cara Chairwell')],
  ['person in two organisations', () => pathOf('Wanda Twohats')],
  ['person without address', () => pathOf('Norbert Nomail')],
  ['long name', () => pathOf(longest)],
  ['right to left', () => pathOf('أمل المثال')],
  ['staff', () => pathOf('Sam Staff')],
  ['edit', () => pathOf(longest, '/edit')],
  ['add address', () => pathOf('Xiu Example', '/emails/new')],
  ['remove address', () => pathOf('Wanda Twohats', '/emails/remove?address=wanda%40example.org')],
  ['primary address', () => pathOf('Wanda Twohats', '/emails/primary?address=wanda%40example.org')],
  ['add organisation', () => pathOf('Xiu Example', '/organisations/new')],
  [
    'change organisation',
    async () => pathOf('Xiu Example', `/organisations/${await organisationOf('Xiu Example')}`),
  ],
  [
    'leave organisation',
    async () => pathOf('Xiu Example', `/organisations/${await organisationOf('Xiu Example')}/end`),
  ],
  ['new seat', () => pathOf('Xiu Example', '/seats/new')],
  ['change seat', async () => pathOf('Xiu Example', `/seats/${await seatOf('Xiu Example')}`)],
  ['remove seat', async () => pathOf('Xiu Example', `/seats/${await seatOf('Xiu Example')}/remove`)],
  ['roles', () => pathOf('Sam Staff', '/roles')],
  ['own roles', () => pathOf('Ada Admin', '/roles')],
  ['find duplicate', () => pathOf('Dora Double', '/merge?q=dora')],
  ['no duplicate', () => pathOf('Dora Double', '/merge?q=zzz')],
  ['compare', async () => pathOf('Dora Double', `/merge/${await people.idOf('Dora Double-Record')}`)],
  ['cannot merge', async () => pathOf('Dora Double', `/merge/${await people.idOf('Sam Staff')}`)],
  ['act for', () => pathOf('Xiu Example', '/act')],
  ['boards', () => '/members/manage/boards'],
  ['own details', () => '/members/account/details'],
];

it.each(pages)('%s has no faults', async (name, path) => {
  const answer = await page.goto(await path());
  expect(answer?.status()).toBe(200);
  await shoot(page, name);
  expect(await faultsOf(page)).toEqual([]);
});

it.each([
  ['new person', () => `${manage}/new`],
  ['add address', () => pathOf('Xiu Example', '/emails/new')],
  ['new seat', () => pathOf('Xiu Example', '/seats/new')],
  ['add organisation', () => pathOf('Xiu Example', '/organisations/new')],
])('%s with everything wrong has no faults', async (name, path) => {
  await page.goto(await path());
  await page.locator('main form[method=post] button').click();
  await page.locator('.govuk-error-summary').waitFor();
  await shoot(page, `${name} wrong`);
  expect(await faultsOf(page)).toEqual([]);
});

it('the browser complains of nothing', () => {
  expect(complaints).toEqual([]);
});
