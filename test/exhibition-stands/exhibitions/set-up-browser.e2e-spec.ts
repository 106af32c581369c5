import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson } from '../stage.js';
import { boxes, startSetUp, type SetUpStage } from './exhibitions-stage.js';

let stage: SetUpStage;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let full: string;
let slug: string;
let empty: string;
let called: string;
let task: string;

const long = 'Exhibitionkeynotespeakersandtheirguests '.repeat(5).trim();

const contextOf = async (javaScriptEnabled: boolean): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: stage.url,
    extraHTTPHeaders: await stage.headers(staffPerson),
    javaScriptEnabled,
  });

beforeAll(async () => {
  stage = await startSetUp();
  browser = await openBrowser();
  page = await (await contextOf(true)).newPage();
  complaints = listenForComplaints(page);
  const days = [
    { day: '2035-09-22', kind: 'build-up', opens: '22:00', closes: '02:00' },
    '2035-09-23',
    '2035-09-24',
    { day: '2035-09-24', kind: 'break-down', opens: '17:00', closes: '19:30' },
  ] as const;
  const contacts = JSON.stringify([
    { name: long, role: 'Office', phone: '01234', email: 'office@example.org' },
  ]);
  const exhibition = await stage.exhibition({ title: long, days, columns: { contacts } });
  full = exhibition.manage;
  slug = exhibition.slug;
  empty = (await stage.exhibition({ status: 'draft', columns: { summary: '' } })).manage;
  called = (await stage.exhibition({ status: 'cancelled', columns: { status_reason: 'No hall.' } })).slug;
  await stage.send(`${full}/tasks/new`, { title: long, ...boxes('dueOn', '2024-02-01'), note: long });
  await stage.send(`${full}/tasks/new`, { title: 'Artwork', ...boxes('dueOn', '2035-02-01') });
  const [row] = await stage.query<{ id: string }>(`SELECT id FROM exhibition_tasks WHERE title = 'Artwork'`);
  task = row?.id ?? '';
  await stage.staff.post(`${full}/tasks/${task}/done`, { done: 'yes' });
  await stage.send(`${full}/costs/new`, { description: long, budgetPence: '1000', actualPence: '1200' });
  await stage.send(`${full}/sketch/edit`, {
    width: '3',
    depth: '2',
    ...thing(0, { kind: 'table', label: 'Case studies', x: '0.2', y: '1.2', width: '1.8', depth: '0.6' }),
    ...thing(1, { kind: 'banner', label: '', x: '0.2', y: '0.1', width: '1', depth: '0.1' }),
    ...thing(2, { kind: 'socket', label: '', x: '2.7', y: '0.1', width: '0.15', depth: '0.15' }),
  });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const thing = (index: number, parts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [`things.${index}.${part}`, value]));

describe.each([
  ['list', () => '/stands/manage'],
  ['new', () => '/stands/manage/new'],
  ['overview', () => full],
  ['overview empty', () => empty],
  ['edit', () => `${full}/edit`],
  ['days', () => `${full}/days`],
  ['days edit', () => `${full}/days/edit`],
  ['publish', () => `${empty}/status/published`],
  ['cancel', () => `${full}/status/cancelled`],
  ['delete', () => `${empty}/delete`],
  ['copy', () => `${full}/copy`],
  ['history', () => `${full}/history`],
  ['tasks', () => `${full}/tasks`],
  ['tasks empty', () => `${empty}/tasks`],
  ['task new', () => `${full}/tasks/new`],
  ['task edit', () => `${full}/tasks/${task}/edit`],
  ['task delete', () => `${full}/tasks/${task}/delete`],
  ['costs', () => `${full}/costs`],
  ['costs empty', () => `${empty}/costs`],
  ['cost new', () => `${full}/costs/new`],
  ['documents', () => `${full}/documents`],
  ['floor', () => `${full}/sketch`],
  ['floor empty', () => `${empty}/sketch`],
  ['floor edit', () => `${full}/sketch/edit`],
  ['rota settings', () => `${full}/rota/settings`],
  ['public list', () => '/stands'],
  ['public', () => `/stands/${slug}`],
  ['public cancelled', () => `/stands/${called}`],
])('%s', (name, path) => {
  it('has no faults', async () => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    await shoot(page, `stands ${name}`);
    expect(await faultsOf(page)).toEqual([]);
  });
});

it.each(['new', 'days', 'task', 'cost', 'floor', 'document'])(
  'with everything wrong the form of %s has no faults, and its errors lead to their fields',
  async (name) => {
    const paths: Readonly<Record<string, string>> = {
      new: '/stands/manage/new',
      days: `${full}/days/edit`,
      task: `${full}/tasks/new`,
      cost: `${full}/costs/new`,
      floor: `${empty}/sketch/edit`,
      document: `${full}/documents`,
    };
    await page.goto(paths[name] ?? '');
    if (name === 'days') await page.locator('input[name="days.1.opens"]').fill('late');
    await page.locator('main form[method=post] button').last().click();
    await page.locator('.govuk-error-summary').waitFor();
    await shoot(page, `stands ${name} wrong`);
    expect(await faultsOf(page)).toEqual([]);
    const hrefs = await page
      .locator('.govuk-error-summary a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const href of hrefs) expect(await page.locator(href).count()).toBe(1);
  },
);

it('the browser complains of nothing', () => {
  expect(complaints).toEqual([]);
});

it('without scripts, by keyboard alone and on a phone, an exhibition is planned, published and has a task done', async () => {
  const context = await contextOf(false);
  const plain = await context.newPage();
  await plain.setViewportSize({ width: 320, height: 700 });
  await plain.goto('/stands/manage/new');
  const typed: Readonly<Record<string, string>> = {
    title: 'By keyboard 2036',
    host: 'NALC',
    summary: 'Meet us.',
    'firstDay-day': '1',
    'firstDay-month': '6',
    'firstDay-year': '2036',
    opens: '9am',
    closes: '5pm',
    city: 'York',
  };
  for (const [id, text] of Object.entries(typed)) {
    await plain.locator(`#${id}`).focus();
    await plain.keyboard.type(text);
  }
  await plain.keyboard.press('Enter');
  await plain.getByText('Nobody but staff sees it yet.').waitFor();
  await plain.getByRole('button', { name: 'Publish the exhibition' }).focus();
  await plain.keyboard.press('Enter');
  await plain.getByRole('button', { name: 'Publish the exhibition' }).focus();
  await plain.keyboard.press('Enter');
  await plain.getByText('“By keyboard 2036”: published.').waitFor();
  await plain.goto(`${full}/tasks`);
  await plain.getByRole('button', { name: /^Done/ }).focus();
  await plain.keyboard.press('Enter');
  await plain.getByText('is done. Undo it').waitFor();
  await context.close();
});
