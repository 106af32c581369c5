import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { sam, startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
beforeAll(async () => {
  people = await startPeople();
  browser = await openBrowser();
  const context = await browser.newContext({
    baseURL: people.system.urls['members'] ?? '',
    extraHTTPHeaders: await people.identityOf(await people.session(sam)),
  });
  page = await context.newPage();
  complaints = listenForComplaints(page);
  await people.query(
    `UPDATE organisations SET status = 'leaving', left_on = current_date - 1, joined_on = '2014-08-01',
       status_reason = 'It is merged into its neighbour.', discount_percent = 25, discount_ends_on = current_date + 10,
       discount_reason = 'Agreed with the board: it hosts the conference.', billing_address = E'Finance\nTown Hall\nWest Street',
       invoice_email = 'invoices@croydon.example.org', purchase_order_required = true, staff_notes = 'Call before noon.'
     WHERE name = 'Croydon Council'`,
  );
});
afterAll(async () => {
  await browser.close();
  await people.stop();
});

const manage = '/members/manage/organisations';
const pathOf = async (name: string, step = '') => {
  const [row] = await people.query<{ id: string }>('SELECT id FROM organisations WHERE name = $1', [name]);
  return `${manage}/${row?.id}${step}`;
};

const pages: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['staff way in', () => '/members/manage'],
  ['organisations', () => manage],
  ['filtered', () => `${manage}?category=full&due=contact&sort=-joined`],
  ['no organisation found', () => `${manage}?q=nothing-like-this`],
  ['past the list', () => `${manage}?page=9`],
  ['new organisation', () => `${manage}/new`],
  ['organisation with people', () => pathOf('Oldham Council')],
  ['organisation leaving', () => pathOf('Croydon Council')],
  ['edit organisation', () => pathOf('Croydon Council', '/edit')],
  ['category', () => pathOf('Oldham Council', '/category')],
  ['leaving', () => pathOf('Oldham Council', '/status/leaving')],
  ['left', () => pathOf('Croydon Council', '/status/left')],
  ['stays', () => pathOf('Croydon Council', '/status/member')],
];

it.each(pages)('%s has no faults', async (name, path) => {
  const answer = await page.goto(await path());
  expect(answer?.status()).toBe(200);
  await shoot(page, name);
  expect(await faultsOf(page)).toEqual([]);
});

it.each([
  ['new organisation', () => `${manage}/new`],
  ['category', () => pathOf('Oldham Council', '/category')],
  ['leaving', () => pathOf('Oldham Council', '/status/leaving')],
])('%s with everything wrong has no faults', async (name, path) => {
  await page.goto(await path());
  await page.locator('main form[method=post] button').click();
  await page.locator('.govuk-error-summary').waitFor();
  await shoot(page, `${name} wrong`);
  expect(await faultsOf(page)).toEqual([]);
});

it('a name much like another is asked about, without faults', async () => {
  await page.goto(`${manage}/new`);
  await page.fill('#name', 'Oldham Metropolitan Borough Council');
  await page.locator('main form[method=post] button').click();
  await page.locator('#similar').waitFor();
  await shoot(page, 'similar');
  expect(await faultsOf(page)).toEqual([]);
});

it.each([
  ['numbers by year', '/members/manage/numbers'],
  ['numbers by month', '/members/manage/numbers?by=month'],
])('%s have no faults', async (name, path) => {
  await people.query('DELETE FROM membership_changes');
  await people.query(
    `INSERT INTO membership_changes (id, organisation_id, on_date, recorded_at, from_category, from_status, category, status)
     SELECT gen_random_uuid(), o.id, CASE WHEN n % 5 = 0 THEN NULL ELSE current_date - (n * 47)::int END, now(), NULL, NULL,
       o.category, 'member'
     FROM (SELECT id, category, row_number() OVER () AS n FROM organisations) o
     UNION ALL
     SELECT gen_random_uuid(), o.id, current_date - (n * 31)::int, now(), o.category, 'member', o.category, 'left'
     FROM (SELECT id, category, row_number() OVER () AS n FROM organisations) o WHERE n % 7 = 0`,
  );
  await page.goto(path);
  await shoot(page, name);
  expect(await faultsOf(page)).toEqual([]);
});

it('the browser complains of nothing', () => {
  expect(complaints).toEqual([]);
});
