import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { makePdf } from '../../../libs/uploads/src/testing/make-files.js';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson } from '../stage.js';
import { coach, exempt, signature, startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let full: string;
let slug: string;
let empty: string;
let called: string;
let closed: string;
let changed: string;
let line: string;
let risk: string;

const long = 'Studyvisitkeynotespeakersandtheirguests '.repeat(5).trim();

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
  const visit = await stage.visit({
    title: long,
    columns: {
      region: long,
      contacts: JSON.stringify([
        { name: long, role: 'Runs it', phone: '01234', email: `${'a'.repeat(60)}@example.org` },
      ]),
      category_limits: JSON.stringify([{ category: 'supporter', most: 3 }]),
      reserved: JSON.stringify([
        { kind: 'newcomer', places: 4 },
        { kind: 'press', places: 1 },
      ]),
      refunds: JSON.stringify([
        { daysBefore: 90, percent: 100 },
        { daysBefore: 30, percent: 50 },
      ]),
      funded_places: 5,
    },
  });
  full = visit.manage;
  slug = visit.slug;
  empty = (await stage.visit({ status: 'draft', columns: { summary: '', applications_close_at: null } }))
    .manage;
  called = (await stage.visit({ status: 'cancelled' })).slug;
  closed = (
    await stage.visit({
      columns: { applications_close_at: '2026-02-01T12:00:00Z', decision_on: '2026-02-20' },
    })
  ).slug;
  await stage.send(`${full}/budget/new`, { description: long, plannedPence: '1000', actualPence: '1200' });
  await stage.send(`${full}/budget/new`, {
    description: 'Rooms',
    category: 'rooms',
    plannedPence: '6500.50',
    fundedPence: '500',
    fundedBy: long,
  });
  await stage.send(`${full}/risks/new`, { ...coach, measures: long, responsible: long });
  await stage.send(`${full}/package-travel/edit`, { ...exempt, reasons: long });
  await stage.send(`${full}/package-travel/sign`, signature);
  const again = await stage.visit({ title: 'Changed' });
  changed = again.manage;
  await stage.send(`${changed}/risks/new`, coach);
  await stage.send(`${changed}/risks/sign`, signature);
  await stage.send(`${changed}/risks/new`, { ...coach, hazard: 'Somebody slips', severity: '2' });
  await stage.traveller(visit);
  const id = full.split('/').at(-1);
  const of = async (table: string) =>
    (await stage.query<{ id: string }>(`SELECT id FROM ${table} WHERE visit_id = $1 LIMIT 1`, [id]))[0]?.id ??
    '';
  line = await of('visit_budget_lines');
  risk = await of('visit_risks');
  const form = new FormData();
  form.set('once', crypto.randomUUID());
  form.set('file', new Blob([Uint8Array.from(await makePdf())]), `${'programme'.repeat(10)}.pdf`);
  form.set('note', long);
  form.set('audience', 'everyone');
  await fetch(`${stage.url}${full}/documents`, {
    method: 'POST',
    body: form,
    headers: { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

describe.each([
  ['list', () => '/visits/manage'],
  ['new', () => '/visits/manage/new'],
  ['overview', () => full],
  ['overview empty', () => empty],
  ['edit', () => `${full}/edit`],
  ['edit places', () => `${full}/edit/places`],
  ['edit money', () => `${full}/edit/money`],
  ['edit applications', () => `${full}/edit/applications`],
  ['announce', () => `${empty}/status/announced`],
  ['confirm', () => `${full}/status/confirmed`],
  ['cancel', () => `${full}/status/cancelled`],
  ['delete', () => `${empty}/delete`],
  ['copy', () => `${full}/copy`],
  ['history', () => `${full}/history`],
  ['budget', () => `${full}/budget`],
  ['budget empty', () => `${empty}/budget`],
  ['budget new', () => `${full}/budget/new`],
  ['budget edit', () => `${full}/budget/${line}/edit`],
  ['budget delete', () => `${full}/budget/${line}/delete`],
  ['risks', () => `${full}/risks`],
  ['risks empty', () => `${empty}/risks`],
  ['risks changed', () => `${changed}/risks`],
  ['risks new', () => `${full}/risks/new`],
  ['risks edit', () => `${full}/risks/${risk}/edit`],
  ['risks sign', () => `${full}/risks/sign`],
  ['package travel', () => `${full}/package-travel`],
  ['package travel empty', () => `${empty}/package-travel`],
  ['package travel edit', () => `${full}/package-travel/edit`],
  ['documents', () => `${full}/documents`],
  ['documents empty', () => `${empty}/documents`],
  ['public list', () => '/visits'],
  ['public', () => `/visits/${slug}`],
  ['public cancelled', () => `/visits/${called}`],
  ['public closed', () => `/visits/${closed}`],
])('%s', (name, path) => {
  it('has no faults', async () => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    await shoot(page, `visits ${name}`);
    expect(await faultsOf(page)).toEqual([]);
  });
});

it.each([
  'new',
  'edit places',
  'edit money',
  'edit applications',
  'budget',
  'risk',
  'package travel',
  'sign',
  'document',
])(
  'with everything wrong the form of %s has no faults, and its errors lead to their fields',
  async (name) => {
    const paths: Readonly<Record<string, string>> = {
      new: '/visits/manage/new',
      'edit places': `${full}/edit/places`,
      'edit money': `${full}/edit/money`,
      'edit applications': `${full}/edit/applications`,
      budget: `${full}/budget/new`,
      risk: `${full}/risks/new`,
      'package travel': `${empty}/package-travel/edit`,
      sign: `${full}/risks/sign`,
      document: `${full}/documents`,
    };
    await page.goto(paths[name] ?? '');
    const wrong: Readonly<Record<string, readonly [string, string]>> = {
      'edit places': ['places', 'many'],
      'edit money': ['refunds.0.percent', '101'],
      'edit applications': ['applicationsCloseAt.time', 'late'],
    };
    const [field, text] = wrong[name] ?? [];
    if (field !== undefined && text !== undefined) await page.locator(`input[name="${field}"]`).fill(text);
    await page.locator('main form[method=post] button').last().click();
    await page.locator('.govuk-error-summary').waitFor();
    await shoot(page, `visits ${name} wrong`);
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

it('without scripts, by keyboard alone and on a phone, a visit is planned, signed for and announced', async () => {
  const context = await contextOf(false);
  const plain = await context.newPage();
  await plain.setViewportSize({ width: 320, height: 700 });
  const type = async (typed: Readonly<Record<string, string>>) => {
    for (const [id, text] of Object.entries(typed)) {
      await plain.locator(`#${id}`).focus();
      await plain.keyboard.type(text);
    }
  };
  const press = async (name: string) => {
    await plain.getByRole('button', { name }).focus();
    await plain.keyboard.press('Enter');
  };
  await plain.goto('/visits/manage/new');
  await type({
    title: 'By keyboard 2036',
    region: 'Emilia-Romagna',
    country: 'Italy',
    'firstDay-day': '1',
    'firstDay-month': '6',
    'firstDay-year': '2036',
    summary: 'Meet them.',
  });
  await press('Save the draft');
  await plain.getByText('Nobody but staff sees it yet.').waitFor();
  const manage = new URL(plain.url()).pathname;
  await plain.getByRole('link', { name: 'Nothing says what the price includes' }).click();
  await plain.locator('#pricePence').fill('0');
  await type({ priceIncludes: 'Everything.' });
  await press('Save the changes');
  await plain.getByRole('link', { name: 'Nothing says when applications open' }).click();
  for (const [name, day] of [
    ['applicationsOpenAt', '1'],
    ['applicationsCloseAt', '20'],
  ] as const) {
    await type({
      [`${name}-day`]: day,
      [`${name}-month`]: '1',
      [`${name}-year`]: '2036',
      [`${name}-time`]: '9am',
    });
  }
  await type({ 'decisionOn-day': '1', 'decisionOn-month': '2', 'decisionOn-year': '2036' });
  await press('Save the changes');
  await plain.getByRole('button', { name: 'Announce the visit' }).waitFor();
  await plain.goto(`${manage}/risks/new`);
  await type({ hazard: 'A slip', atRisk: 'All', measures: 'Care.' });
  for (const group of ['likelihood', 'severity']) {
    await plain.locator(`input[name="${group}"]`).first().focus();
    await plain.keyboard.press('Space');
  }
  await press('Add the risk');
  await press('Sign it off');
  await type({ role: 'Leader' });
  await plain.locator('input[name="agrees"]').focus();
  await plain.keyboard.press('Space');
  await press('Sign it off');
  await plain.getByText('This is version 1, signed by').waitFor();
  await plain.goto(manage);
  await press('Announce the visit');
  await press('Announce the visit');
  await plain.getByText('“By keyboard 2036”: announced.').waitFor();
  await plain.getByRole('link', { name: 'See its page' }).click();
  await plain.getByText('Applications open on Tuesday 1 January 2036, 9am').waitFor();
  await context.close();
});
