import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { startStaffed, type Staffed } from './staff.js';

let calendar: Staffed;
let browser: Browser;
let single: string;
let weekly: string;
let off: string;
beforeAll(async () => {
  calendar = await startStaffed();
  browser = await openBrowser();
  single = await calendar.write({
    title:
      'A very long title for an officers’ call about the Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch study visit',
    format: 'hybrid',
    'joining.url': `https://example.org/${'a'.repeat(300)}`,
    description: '# Programme\n\n- [papers](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    'organiser.name': 'Events team',
    'organiser.email': 'events@example.org',
  });
  weekly = await calendar.write({
    title: 'Weekly',
    'recurrence.repeats': 'weekly',
    'recurrence.ends': 'count',
    'recurrence.count': '30',
  });
  await calendar.post(`${weekly}/occurrences/2099-06-09T10%3A00/cancel`, { version: '1', reason: 'Storm' });
  off = await calendar.write({ title: 'Off', 'place.name': '' });
  await calendar.post(`${off}/publish`, { version: '1' });
  await calendar.post(`${off}/cancel`, { version: '2', reason: 'Storm', replacedBy: '' });
});
afterAll(async () => {
  await browser?.close();
  await calendar?.stop();
});

/** A state of a page: where it is, and what is done there before it is looked at. */
interface State {
  readonly name: string;
  readonly path: () => string;
  readonly reach?: (page: Page) => Promise<void>;
}

const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

const states: readonly State[] = [
  { name: 'list', path: () => '/calendar/manage' },
  { name: 'list with nothing found', path: () => '/calendar/manage?q=zebra' },
  { name: 'new', path: () => '/calendar/manage/new' },
  {
    name: 'new, every part of the form open',
    path: () => '/calendar/manage/new',
    reach: async (page) => {
      await page.getByText('How to write headings').click();
      await page.getByLabel('It takes whole days').check();
      await page.getByLabel('By the week').check();
      await page.getByLabel('On a date').check();
    },
  },
  {
    name: 'new, with errors',
    path: () => '/calendar/manage/new',
    reach: async (page) => {
      await page.getByLabel('By the week').check();
      await page.getByLabel('After a number of times').check();
      await press(page, 'Save the draft');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'new, preview with warnings',
    path: () => `${single}/edit`,
    reach: async (page) => {
      await page.getByLabel('Name of the place').fill('');
      await press(page, 'Preview');
      await page.getByRole('heading', { name: 'Check your changes' }).waitFor();
    },
  },
  { name: 'event', path: () => single },
  { name: 'recurring event', path: () => weekly },
  { name: 'recurring event, all dates', path: () => `${weekly}?dates=all` },
  { name: 'cancelled event', path: () => off },
  {
    name: 'notice',
    path: () => `${off}/edit`,
    reach: async (page) => {
      await press(page, 'Save the changes');
      await page.getByText('is saved.').waitFor();
    },
  },
  {
    name: 'edit, conflict',
    path: () => `${single}/edit`,
    reach: async (page) => {
      await page.locator('input[name=version]').evaluate((input) => input.setAttribute('value', '0'));
      await page.getByLabel('Title', { exact: true }).fill('Mine');
      await press(page, 'Save the changes');
      await page.getByText('changed this event after you opened it').waitFor();
    },
  },
  { name: 'which dates', path: () => `${weekly}/edit` },
  { name: 'edit one date', path: () => `${weekly}/edit?scope=this&on=2099-06-16T10%3A00` },
  { name: 'edit later dates', path: () => `${weekly}/edit?scope=later&on=2099-06-16T10%3A00` },
  { name: 'cancel one date', path: () => `${weekly}/occurrences/2099-06-16T10%3A00/cancel` },
  { name: 'reinstate one date', path: () => `${weekly}/occurrences/2099-06-09T10%3A00/reinstate` },
  { name: 'publish', path: () => `${weekly}/publish` },
  { name: 'better reason', path: () => `${off}/cancel` },
  {
    name: 'better reason, with errors',
    path: () => `${off}/cancel`,
    reach: async (page) => {
      await page.getByLabel('Why').fill('');
      await press(page, 'Save the reason');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'reinstate', path: () => `${off}/reinstate` },
  { name: 'delete', path: () => `${single}/delete` },
  { name: 'no such event', path: () => '/calendar/manage/events/2099-nowhere' },
];

test.each(states)('$name', async ({ path, reach }) => {
  const context = await browser.newContext({ extraHTTPHeaders: await calendar.headers() });
  context.setDefaultTimeout(60_000);
  try {
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await page.goto(calendar.url + path());
    await reach?.(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
});
