import type { Browser } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { sampleCalendar, today } from './sample-calendar.js';
import { seed } from './seed.js';

describe('public pages in a browser', () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar', 'shell'] });
    await seed(system.databaseUrl('events-calendar'), sampleCalendar(), {
      'wealth-building': 'Community wealth building',
      'officer-calls': 'Officer calls',
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  const month = today().toPlainYearMonth();
  const pages = [
    '/',
    '/calendar',
    '/calendar?kind=meeting&q=officer',
    '/calendar?q=zeppelin',
    '/calendar/archive',
    '/calendar/archive/2020',
    '/calendar/archive/1995',
    `/calendar/months/${month.toString()}`,
    `/calendar/months/${month.add({ months: 1 }).toString()}`,
    '/calendar/events/annual-conference',
    '/calendar/events/officer-call',
    `/calendar/events/officer-call?on=${today().add({ days: 9 }).toString()}T10:00`,
    '/calendar/events/regional-conference',
    '/calendar/events/summit',
    '/calendar/events/study-visit',
    '/calendar/events/long',
    '/calendar/events/attack',
    '/calendar/events/absent',
    '/calendar/subscribe',
    '/calendar/subscribe?series=wealth-building&tag=net+zero',
  ];

  it.each(pages)(
    '%s: axe finds nothing, nothing scrolls sideways, nothing is refused by the policy',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      const complaints = listenForComplaints(page);
      try {
        await page.goto(`${system.urls['shell']}${path}`);
        expect(await faultsOf(page)).toEqual([]);
        expect(complaints).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );

  it('tells on a phone when, where, how to join and who it is for before the first scroll', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const ref of ['annual-conference', 'webinar-one', 'regional-conference']) {
      await page.goto(`${system.urls['shell']}/calendar/events/${ref}`);
      const bottom = await page
        .locator('.cn-facts')
        .evaluate((facts) => facts.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(844);
    }
    await page.close();
  });

  it('filters and pages without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${system.urls['shell']}/calendar`);
    await page.getByRole('searchbox', { name: 'Search for a word' }).fill('officer');
    await page.getByText('More filters').click();
    await page.getByRole('checkbox', { name: 'Meetings' }).check();
    await page.getByRole('button', { name: 'Show results' }).click();
    expect(new URL(page.url()).search).toBe('?kind=meeting&q=officer');
    expect(await page.getByText('11 events found').count()).toBe(1);
    await page.goto(`${system.urls['shell']}/calendar/subscribe`);
    expect(await page.getByRole('button', { name: 'Copy the address' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Study visits' }).check();
    await page.getByRole('button', { name: 'Make the address' }).click();
    expect(new URL(page.url()).search).toBe('?kind=study+visit');
    expect(await page.getByRole('textbox', { name: /copy this address/ }).inputValue()).toContain(
      'filtered.ics?kind=study+visit',
    );
    await context.close();
  });

  it('copies a feed’s address where the browser lets it', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${system.urls['shell']}/calendar/subscribe`);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${system.urls['shell']}/calendar/feeds/all.ics`,
    );
    await context.close();
  });
});
