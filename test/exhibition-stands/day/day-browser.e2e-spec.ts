import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { until } from '../../until.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';
import { startBadNet, type BadNet, type Net } from './bad-net.js';
import { assign, asksFor, helper, inMinutes, stageDay } from './day-stage.js';

let stage: StandsStage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: readonly string[];
let exhibition: StagedExhibition;
let shift: string;
let ada: StagedMember;
let adas: string;
let asked: string;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startStands(), openBrowser()]);
  exhibition = await stageDay(stage);
  shift = await stage.shift(exhibition, { from: inMinutes(10), until: inMinutes(100), cover: 3 });
  const running = await stage.shift(exhibition, { from: inMinutes(-30), until: inMinutes(5), cover: 2 });
  ada = await helper(stage, exhibition, 'Ada Example');
  adas = await assign(stage, exhibition, shift, ada);
  await assign(
    stage,
    exhibition,
    running,
    await helper(stage, exhibition, 'Siân O’Featherstonehaugh-Llewellyn-Ffoulkes'),
  );
  const bo = await helper(stage, exhibition, 'Bo Sample');
  const cy = await helper(stage, exhibition, 'Cy Muster');
  context = await browser.newContext({
    baseURL: stage.url,
    extraHTTPHeaders: await stage.headers(staffPerson),
  });
  const staff = await stage.headers({ ...staffPerson, via: 'api' });
  const path = `/exhibitions/${exhibition.id}/today/shifts/${shift}/requests`;
  await stage.api('POST', path, staff, { memberIds: [bo.id, cy.id], mode: 'all', minutes: 10 });
  asked = (await asksFor(stage, shift)).get('Bo Sample') ?? '';
  page = await context.newPage();
  complaints = listenForComplaints(page);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

// A page waits for no promise of a condition, so that these ask again and again from here.

/** Resolves once a worker answers for the page that is open, and has it with its styles. */
const isKept = (sheet: Page, path: string) =>
  until(() =>
    sheet.evaluate(async (address) => {
      const { active } = await navigator.serviceWorker.ready;
      const kept = await (await caches.open(`stand now ${address}`)).keys();
      const has = (end: string) => kept.some(({ url }) => url.endsWith(end));
      return active?.state === 'activated' && has(address) && has('.css');
    }, path),
  );

/** Resolves once nothing of it is kept. */
const isForgotten = (sheet: Page, path: string) =>
  until(() => sheet.evaluate(async (address) => !(await caches.has(`stand now ${address}`)), path));

describe('the pages of the day', () => {
  it.each([
    ['today', () => `${exhibition.manage}/today`],
    ['cover asking', () => `${exhibition.manage}/today/shifts/${shift}`],
    ['staff drop-out', () => `${exhibition.manage}/today/assignments/${adas}/drop-out`],
    ['own drop-out', () => `/stands/team/${ada.secret}/shifts/${adas}/drop-out`],
    ['own now', () => `/stands/team/${ada.secret}/now`],
    ['ask', () => `/stands/cover/${asked}`],
  ])('%s can be used by everybody', async (name, path) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path());
      await shoot(page, `day-${name}-${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([name, width, wide <= 0]).toEqual([name, width, true]);
    }
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('can be used without a script: stopping, asking anew, stepping in', async () => {
    const plain = await browser.newContext({
      baseURL: stage.url,
      javaScriptEnabled: false,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    const sheet = await plain.newPage();
    await sheet.goto(`${exhibition.manage}/today/shifts/${shift}`);
    await sheet.getByRole('button', { name: 'Stop asking' }).click();
    await sheet.getByRole('button', { name: 'Ask them' }).click();
    await expect(sheet.getByText('One is asked after the other').isVisible()).resolves.toBe(true);
    const [first] = [...(await asksFor(stage, shift)).values()];
    await sheet.goto(`/stands/cover/${first}`);
    await sheet.getByRole('button', { name: 'Yes, I step in' }).click();
    await expect(sheet.getByRole('heading', { name: 'The shift is yours' }).isVisible()).resolves.toBe(true);
    await plain.close();
  });
});

describe('a press on the page of staff', () => {
  it('leads to whoever it was about, where they stand by now, and is not sent again by the page', async () => {
    const running = await stage.shift(exhibition, { from: inMinutes(-20), until: inMinutes(90), cover: 9 });
    for (let number = 1; number <= 8; number++)
      await assign(stage, exhibition, running, await helper(stage, exhibition, `Late ${number}`));
    const zed = await helper(stage, exhibition, 'Zed Last');
    const zeds = await assign(stage, exhibition, running, zed);
    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: 320, height: 640 });
    const sent: string[] = [];
    sheet.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await sheet.goto(`${exhibition.manage}/today`);
    await sheet.getByRole('button', { name: /^Is here.*Zed Last/ }).focus();
    await sheet.keyboard.press('Enter');
    const back = sheet.getByRole('button', { name: /^Take that back.*Zed Last/ });
    await back.waitFor();
    expect(await back.evaluate((one) => one.getBoundingClientRect().top < window.innerHeight)).toBe(true);
    await sheet.keyboard.press('Tab');
    expect(await back.evaluate((one) => one === document.activeElement)).toBe(true);
    // Somebody else has taken it back: the answer stands at an address of its own.
    await stage.query(`UPDATE current_assignments SET status = 'assigned' WHERE id = $1`, [zeds]);
    await back.press('Enter');
    await sheet.getByText('This cannot be said of the shift as it is now').waitFor();
    const [answer] = await Promise.all([
      sheet.waitForResponse((response) => response.request().resourceType() === 'fetch'),
      sheet.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    ]);
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, `${exhibition.manage}/today`]);
    expect(sent).toHaveLength(2);
    await sheet.goBack();
    expect(sent).toHaveLength(2);
    await stage.query('DELETE FROM current_assignments WHERE shift_id = $1', [running]);
    await sheet.close();
  });
});

describe('a phone on a bad net', () => {
  let net: BadNet;
  let bea: StagedMember;
  let beas: string;
  beforeAll(async () => {
    net = await startBadNet(stage.url);
    bea = await helper(stage, exhibition, 'Bea Badnet');
    beas = await assign(stage, exhibition, shift, bea);
  });
  afterAll(() => net?.stop());

  const look = (sheet: Page) => sheet.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

  it.each<Net>(['stopped', 'down', 'silent'])(
    'that is %s shows the copy with its styles, and says that a press was not done',
    async (how) => {
      await net.be('good');
      const phone = await browser.newContext({ baseURL: net.url, viewport: { width: 320, height: 640 } });
      const sheet = await phone.newPage();
      const path = `/stands/team/${bea.secret}/now`;
      await sheet.goto(path);
      await isKept(sheet, path);
      await net.be(how);
      await sheet.reload();
      await sheet.locator('#offline-words').waitFor();
      expect(await sheet.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
      await sheet.getByRole('button', { name: /I am here/ }).click();
      await sheet.getByText('You may not be checked in').waitFor();
      await shoot(sheet, `day-bad-net-${how}`);
      const [row] = await stage.query('SELECT status FROM current_assignments WHERE id = $1', [beas]);
      expect(row).toEqual({ status: 'assigned' });
      await net.be('good');
      await look(sheet);
      await sheet.locator('#offline-words').waitFor({ state: 'hidden' });
      await sheet.locator('#offline-unsent').waitFor({ state: 'hidden' });
      await phone.close();
    },
  );

  it('marks what is open as old, also where somebody is at a button, and comes back to that', async () => {
    await net.be('good');
    const phone = await browser.newContext({ baseURL: net.url });
    const sheet = await phone.newPage();
    const path = `/stands/team/${bea.secret}/now`;
    await sheet.goto(path);
    await isKept(sheet, path);
    const here = sheet.getByRole('button', { name: /I am here/ });
    await here.focus();
    await net.be('stopped');
    await look(sheet);
    await sheet.locator('#offline-words').waitFor();
    expect(await here.evaluate((one) => one === document.activeElement)).toBe(true);
    await net.be('good');
    await look(sheet);
    await sheet.locator('#offline-words').waitFor({ state: 'hidden' });
    expect(await here.evaluate((one) => one === document.activeElement)).toBe(true);
    await phone.close();
  });

  it('marks it where nothing is kept, and after a while in a pocket until it is known what is new', async () => {
    await net.be('good');
    const phone = await browser.newContext({ baseURL: net.url, serviceWorkers: 'block' });
    const sheet = await phone.newPage();
    await sheet.clock.install();
    await sheet.goto(`/stands/team/${bea.secret}/now`);
    await net.be('down');
    await look(sheet);
    await sheet.locator('#offline-words').waitFor();
    await net.be('good');
    await look(sheet);
    await sheet.locator('#offline-words').waitFor({ state: 'hidden' });
    await net.be('silent');
    await sheet.clock.setSystemTime(Date.now() + 3_600_000);
    await look(sheet);
    await sheet.locator('#offline-waiting').waitFor();
    await phone.close();
  });
});

describe('a phone without a network', () => {
  it('shows the last copy and says so, sends nothing unsaid, and forgets a link that has ended', async () => {
    const phone = await browser.newContext({ baseURL: stage.url, viewport: { width: 320, height: 640 } });
    const sheet = await phone.newPage();
    const path = `/stands/team/${ada.secret}/now`;
    await sheet.goto(path);
    const words = sheet.locator('#offline-words');
    await expect(words.isVisible()).resolves.toBe(false);
    await isKept(sheet, path);
    await phone.setOffline(true);
    await sheet.reload();
    expect(await words.textContent()).toMatch(/^As of .+[ap]m; there is no connection\./);
    await expect(words.isVisible()).resolves.toBe(true);
    await expect(sheet.getByText('Ada Example').first().isVisible()).resolves.toBe(true);
    await shoot(sheet, 'day-offline-320');
    await sheet.getByRole('button', { name: /I am here/ }).click();
    await sheet.getByText('You may not be checked in').waitFor();
    await phone.setOffline(false);
    await sheet.goto(path);
    await expect(words.isVisible()).resolves.toBe(false);
    await sheet.getByRole('button', { name: /I am here/ }).click();
    await sheet.getByText('You are checked in').waitFor();
    // The link ends: nothing of it is kept.
    await stage.query(`UPDATE team_members SET status = 'left' WHERE id = $1`, [ada.id]);
    await sheet.goto(path);
    await isForgotten(sheet, path);
    await phone.close();
  });

  it('shows staff their last copy, and forgets it once they are signed out', async () => {
    const phone = await browser.newContext({
      baseURL: stage.url,
      viewport: { width: 320, height: 640 },
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    const sheet = await phone.newPage();
    const path = `${exhibition.manage}/today`;
    await sheet.goto(path);
    const words = sheet.locator('#offline-words');
    await expect(words.isVisible()).resolves.toBe(false);
    await isKept(sheet, path);
    await phone.setOffline(true);
    await sheet.reload();
    await expect(words.isVisible()).resolves.toBe(true);
    await expect(sheet.getByRole('heading', { level: 1, name: 'Stand now' }).isVisible()).resolves.toBe(true);
    await shoot(sheet, 'day-offline-staff-320');
    await phone.setOffline(false);
    await phone.setExtraHTTPHeaders({});
    await sheet.goto(path);
    await isForgotten(sheet, path);
    await phone.close();
  });
});
