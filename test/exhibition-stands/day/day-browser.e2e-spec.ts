import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';
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

describe('a phone without a network', () => {
  it('shows the last copy and says so, sends nothing unsaid, and forgets a link that has ended', async () => {
    const phone = await browser.newContext({ baseURL: stage.url, viewport: { width: 320, height: 640 } });
    const sheet = await phone.newPage();
    const path = `/stands/team/${ada.secret}/now`;
    await sheet.goto(path);
    const words = sheet.locator('#offline-words');
    await expect(words.isVisible()).resolves.toBe(false);
    // Kept once the worker has the page and its styles.
    await sheet.waitForFunction(async (address) => {
      const cache = await caches.open(`stand now ${address}`);
      const kept = await cache.keys();
      return kept.some(({ url }) => url.endsWith('/now')) && kept.some(({ url }) => url.endsWith('.css'));
    }, path);
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
    await sheet.waitForFunction(async (address) => !(await caches.has(`stand now ${address}`)), path);
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
    await sheet.waitForFunction(async (address) => {
      const cache = await caches.open(`stand now ${address}`);
      const kept = await cache.keys();
      return kept.some(({ url }) => url.endsWith('/today')) && kept.some(({ url }) => url.endsWith('.css'));
    }, path);
    await phone.setOffline(true);
    await sheet.reload();
    await expect(words.isVisible()).resolves.toBe(true);
    await expect(sheet.getByRole('heading', { level: 1, name: 'Stand now' }).isVisible()).resolves.toBe(true);
    await shoot(sheet, 'day-offline-staff-320');
    await phone.setOffline(false);
    await phone.setExtraHTTPHeaders({});
    await sheet.goto(path);
    await sheet.waitForFunction(async (address) => !(await caches.has(`stand now ${address}`)), path);
    await phone.close();
  });
});
