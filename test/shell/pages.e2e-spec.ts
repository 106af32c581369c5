import type { Browser } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';

describe('pages outside the calendar, in a browser', () => {
  let system: System;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem({ demo: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });

  async function check(path: string, status: number): Promise<void> {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    const complaints = listenForComplaints(page);
    try {
      const response = await page.goto(`${system.urls['shell']}${path}`);
      expect(response?.status()).toBe(status);
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  }

  it.each([
    ['/', 200],
    ['/accessibility', 200],
    ['/members', 200],
    ['/nothing-here', 404],
  ])('%s has no faults', (path, status) => check(path, status), 60_000);

  it('nor have the home page and the calendar’s place while the calendar is down', async () => {
    await system.kill('events-calendar', 'SIGKILL');
    await check('/', 200);
    await check('/calendar', 503);
  });
});
