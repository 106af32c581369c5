import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { staffPerson } from '../../events-calendar/signed-in.js';
import { startConferences, type ConferenceStage } from '../stage.js';
import { staffBrowser, type StaffBrowser } from './staff.js';

let stage: ConferenceStage;
let staff: StaffBrowser;
let browser: Browser;
let draft: string;
let open: string;
let off: string;
beforeAll(async () => {
  stage = await startConferences();
  staff = staffBrowser(stage);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const longTitle =
  'The Co-operative Councils’ Innovation Network’s Annual Conference at Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

/** Opens a page as staff; what it has to say of itself is looked at when it is closed. */
async function withPage(javaScriptEnabled: boolean, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled,
    extraHTTPHeaders: await stage.headers(staffPerson),
  });
  context.setDefaultTimeout(60_000);
  try {
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await work(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const go = (page: Page, path: string) => page.goto(stage.url + path);

describe('planning and opening a conference in a browser', () => {
  it.each([true, false])('works with scripts: %s', async (scripts) => {
    await withPage(scripts, async (page) => {
      await go(page, '/conference/manage');
      await page.getByRole('button', { name: 'Plan a new conference' }).click();
      await page.getByLabel('Title', { exact: true }).fill('Browsed conference');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.getByText('Enter the first day.').first().waitFor();
      expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Browsed conference');
      await page.getByLabel('Summary').fill('In short.');
      const first = page.getByRole('group', { name: 'First day' });
      await first.getByLabel('Day', { exact: true }).fill('9');
      await first.getByLabel('Month').fill('10');
      await first.getByLabel('Year').fill('2035');
      await page.getByLabel('Times').fill('9.30am to 5pm');
      await page.getByLabel('Whom to ask').fill('Sam Example');
      await page.getByLabel('Their email address').fill('sam@example.org');
      await page.getByLabel('Terms').fill('Be kind.');
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await page.getByText('Nobody but staff sees it yet.').waitFor();
      expect(await page.getByRole('button', { name: 'Open the conference' }).count()).toBe(0);
      await staff.addTicket(new URL(page.url()).pathname.split('/').at(-1) ?? '');
      await page.reload();
      await page.getByRole('button', { name: 'Open the conference' }).click();
      await page.getByRole('button', { name: 'Open the conference' }).click();
      await page.getByText('“Browsed conference”: open.').waitFor();
      await page.getByRole('link', { name: 'Cancel the conference' }).click();
      await page.getByRole('button', { name: 'Cancel the conference' }).click();
      await page.getByText('Say why; everybody will read it.').first().waitFor();
      await page.getByLabel('Why').fill('The hall has flooded.');
      await page.getByRole('button', { name: 'Cancel the conference' }).click();
      await page.getByText('The hall has flooded.').waitFor();
    });
  });
});

describe('the staff’s pages of a conference', () => {
  beforeAll(async () => {
    draft = await staff.plan({
      title: longTitle,
      'venue.name': 'A'.repeat(200),
      description: '# One\n\n- [two](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    });
    open = await staff.plan({ title: 'An open one' });
    await staff.addTicket(open, { name: 'B'.repeat(200) });
    await staff.step(open, 'open');
    await staff.step(open, 'paused', `We look for a bigger hall. ${'x'.repeat(300)}`);
    off = await staff.plan({ title: 'Called off' });
    await staff.addTicket(off);
    await staff.step(off, 'open');
    await staff.step(off, 'cancelled', 'The hall has flooded.');
  });

  it.each<[string, () => string]>([
    ['list', () => '/conference/manage'],
    ['new', () => '/conference/manage/new'],
    ['draft', () => `/conference/manage/${draft}`],
    ['paused', () => `/conference/manage/${open}`],
    ['cancelled', () => `/conference/manage/${off}`],
    ['edit', () => `/conference/manage/${draft}/edit`],
    ['copy', () => `/conference/manage/${draft}/copy`],
    ['delete', () => `/conference/manage/${draft}/delete`],
    ['history', () => `/conference/manage/${open}/history`],
    ['close', () => `/conference/manage/${open}/status/closed`],
    ['cancel', () => `/conference/manage/${open}/status/cancelled`],
    ['preview', () => `/conference/manage/${draft}/preview`],
    ['preview, for one category', () => `/conference/manage/${open}/preview?date=2035-10-09&category=full`],
    ['preview, with an error', () => `/conference/manage/${open}/preview?date=never`],
    ['no such conference', () => '/conference/manage/nothing'],
  ])('%s: nothing is wrong with it', async (_name, path) => {
    await withPage(true, async (page) => {
      await go(page, path());
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it('nothing is wrong with a form that was refused, or that somebody else was quicker with', async () => {
    await withPage(true, async (page) => {
      await go(page, `/conference/manage/${draft}/edit`);
      await page.getByLabel('Title', { exact: true }).fill('');
      await page.getByLabel('Times').fill('never');
      await page.getByRole('button', { name: 'Save the changes' }).click();
      await page.getByRole('alert').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('Title', { exact: true }).fill('Mine');
      await page.getByLabel('Times').fill('');
      await page.locator('input[name=version]').evaluate((input) => input.setAttribute('value', '0'));
      await page.getByRole('button', { name: 'Save the changes' }).click();
      await page.getByText('changed this conference after you opened it').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
