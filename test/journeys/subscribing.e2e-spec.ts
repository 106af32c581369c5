import type { Browser } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { readWithIcalJs } from '../events-calendar/ical/readers.js';
import { strictCheck } from '../events-calendar/ical/strict-check.js';

/** From the front page to a feed that holds what one was looking for. */
describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a newcomer subscribes, %s', (_, javaScriptEnabled) => {
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

  it('finds an event, comes back, narrows the list and takes its address', async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
    });

    await page.goto(system.urls['shell'] ?? '');
    await page.getByRole('link', { name: 'See everything that’s on' }).click();
    // It is for members, so a visitor is not told of it.
    expect(await page.getByRole('link', { name: 'Board elections: self-nominations close' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Monthly officer call' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Monthly officer call');
    const file = await page
      .getByRole('link', { name: /\.ics|Download/i })
      .first()
      .getAttribute('href');
    const one = await fetch(new URL(file ?? '', page.url()));
    expect(strictCheck(new Uint8Array(await one.arrayBuffer()))).toEqual([]);
    await page.goBack();

    await page.getByLabel('Search for a word').fill('care that people');
    await page.getByRole('button', { name: 'Show results' }).click();
    expect(page.url()).toContain('q=care+that+people');
    expect(await page.getByRole('link', { name: /^Care that people own/ }).count()).toBe(3);

    await page.getByRole('link', { name: 'Subscribe', exact: true }).first().click();
    const address = await page.getByRole('textbox', { name: /copy this address/i }).inputValue();
    const feed = await fetch(address);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const bytes = new Uint8Array(await feed.arrayBuffer());
    expect(strictCheck(bytes)).toEqual([]);
    const titles = readWithIcalJs(new TextDecoder().decode(bytes)).map((seen) => seen.title);
    expect(titles.length).toBeGreaterThan(0);
    expect(failures).toEqual([]);
    await context.close();
  });
});
