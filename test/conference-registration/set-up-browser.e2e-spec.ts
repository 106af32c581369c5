import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let full: string;
let empty: string;
const ids: Record<string, string> = {};

const contextOf = async (javaScriptEnabled: boolean): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: stage.url,
    extraHTTPHeaders: await stage.headers(staffPerson),
    javaScriptEnabled,
  });

const long = 'Conferencekeynotespeakersandtheirguests '.repeat(5).trim();

beforeAll(async () => {
  stage = await startSetUp();
  browser = await openBrowser();
  page = await (await contextOf(true)).newPage();
  complaints = listenForComplaints(page);
  const days = { early: [{ category: 'full', until: '2035-01-31', pence: 15_000 }] };
  const conference = await stage.staged({
    tickets: {
      'Both days': days,
      Dinner: { kind: 'add-on', hidden: true, needsApproval: true, price: {} },
      [long]: {},
    },
    pools: { House: { capacity: 1 }, [`${long} limit`]: { capacity: 6, perOrganisation: true } },
    codes: { SPEAKER: { priceChange: { kind: 'percent', percent: 100 }, uses: 5, expiresAt: '2030-01-01' } },
    allocations: [{ ticket: 'Both days', places: 2, category: 'full' }],
  });
  full = conference.path;
  empty = (await stage.staged({ tickets: {} })).path;
  await stage.query('UPDATE pools SET capacity = 9 WHERE conference_id = $1', [conference.id]);
  await stage.book(conference.id, { [conference.tickets['Both days'] ?? '']: 4 });
  await stage.query(`UPDATE pools SET capacity = 1 WHERE name = 'House'`);
  await stage.send(`${full}/questions/new`, {
    label: 'What do you eat?',
    kind: 'choice',
    choices: `Vegan\n${long}`,
    sensitive: 'dietary',
    required: 'yes',
  });
  await stage.send(`${full}/questions/new`, { label: long });
  const [question] = await stage.query<{ id: string }>('SELECT id FROM questions ORDER BY position LIMIT 1');
  const [allocation] = await stage.query<{ id: string }>('SELECT id FROM free_allocations LIMIT 1');
  Object.assign(ids, {
    tickets: conference.tickets['Both days'],
    pools: conference.pools['House'],
    codes: conference.codes['SPEAKER'],
    questions: question?.id,
    allocations: allocation?.id,
  });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const parts = ['tickets', 'allocations', 'pools', 'codes', 'questions'] as const;
const steps = {
  tickets: 'withdraw',
  allocations: 'remove',
  pools: 'remove',
  codes: 'end',
  questions: 'retire',
};

describe.each(parts)('%s', (part) => {
  it.each([
    ['full', () => `${full}/${part}`],
    ['empty', () => `${empty}/${part}`],
    ['new', () => `${full}/${part}/new`],
    ['edit', () => `${full}/${part}/${ids[part]}/edit`],
    ['step', () => `${full}/${part}/${ids[part]}/${steps[part]}`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    await shoot(page, `set-up ${part} ${name}`);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('with everything wrong the form has no faults, and its errors lead to their fields', async () => {
    await page.goto(`${full}/${part}/new`);
    if (part === 'tickets') await page.fill('#price-full', '-1');
    await page.locator('main form[method=post] button').first().click();
    await page.locator('.govuk-error-summary').waitFor();
    await shoot(page, `set-up ${part} wrong`);
    expect(await faultsOf(page)).toEqual([]);
    for (const href of await page
      .locator('.govuk-error-summary a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      expect(await page.locator(href).count()).toBe(1);
    }
  });
});

it('the browser complains of nothing', () => {
  expect(complaints).toEqual([]);
});

it('by keyboard alone, a ticket is added and moved up', async () => {
  await page.goto(`${full}/tickets/new`);
  await page.focus('#name');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'By keyboard' }).waitFor();
  await page.getByRole('button', { name: /Move up.*By keyboard/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The order is saved.').waitFor();
  const names = await stage.query<{ name: string }>(
    `SELECT name FROM ticket_types WHERE conference_id = $1 ORDER BY position`,
    [full.split('/').at(-1)],
  );
  expect(names.map(({ name }) => name)).toEqual(['Both days', 'Dinner', 'By keyboard', long]);
});

it('without scripts, several codes are made and a limit is set, on a phone', async () => {
  const context = await contextOf(false);
  const plain = await context.newPage();
  await plain.setViewportSize({ width: 320, height: 700 });
  await plain.goto(`${full}/codes/new`);
  await plain.getByLabel('Several, made up for me').check();
  await plain.fill('#number', '3');
  await plain.fill('#prefix', 'plain');
  await plain.getByLabel('A percentage off').check();
  await plain.fill('#percent', '25');
  await plain.getByRole('button', { name: 'Make the codes' }).click();
  await plain.getByText('3 codes made.').waitFor();
  await plain.goto(`${full}/pools/new`);
  await plain.fill('#name', 'Plain limit');
  await plain.fill('#capacity', '3');
  await plain.getByLabel('Both days').check();
  await plain.getByRole('button', { name: 'Set the limit' }).click();
  await plain
    .getByText('The limit “Plain limit” is saved. 1 place more than it has is taken already')
    .waitFor();
  await context.close();
});
