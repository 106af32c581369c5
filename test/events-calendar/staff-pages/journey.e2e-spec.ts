import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { startStaffed, type Staffed } from './staff.js';

let calendar: Staffed;
let browser: Browser;
beforeAll(async () => {
  calendar = await startStaffed();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await calendar?.stop();
});

const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

async function fillDate(page: Page, group: string, [day, month, year]: readonly [string, string, string]) {
  const boxes = page.getByRole('group', { name: group });
  await boxes.getByLabel('Day').fill(day);
  await boxes.getByLabel('Month').fill(month);
  await boxes.getByLabel('Year').fill(year);
}

describe.each([
  ['with', true],
  ['without', false],
])('%s scripts', (_, javaScriptEnabled) => {
  test('staff write, preview, publish, edit and cancel an event', async () => {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width: 320, height: 800 },
      extraHTTPHeaders: await calendar.headers(),
    });
    context.setDefaultTimeout(60_000);
    const title = `Officer call ${javaScriptEnabled ? 'with' : 'without'} scripts`;
    try {
      const page = await context.newPage();
      await page.goto(`${calendar.url}/calendar/manage`);
      await page.getByRole('button', { name: 'Write a new event' }).click();

      // Forgotten and mistyped: every problem is a link to its control.
      await page.getByLabel('Kind', { exact: true }).selectOption('Meeting');
      await fillDate(page, 'Day it starts', ['30', 'Feb', '2099']);
      await page.getByLabel('Start time', { exact: true }).fill('10');
      await page.getByLabel('End time', { exact: true }).fill('noon');
      await page.getByLabel('In person', { exact: true }).check();
      await page.getByLabel('Name of the place').fill('Town Hall');
      await press(page, 'Save the draft');
      expect(await page.title()).toMatch(/^Error: /);
      await page.getByRole('link', { name: '30 February 2099 does not exist' }).click();
      const day = page.getByRole('group', { name: 'Day it starts' }).getByLabel('Day');
      expect(await day.inputValue()).toBe('30');
      await fillDate(page, 'Day it starts', [javaScriptEnabled ? '3' : '10', 'Feb', '2099']);
      await page.getByLabel('Title', { exact: true }).fill(title);

      await page.getByLabel('Description').fill('Bring **questions**.');
      await press(page, 'Preview');
      expect(await heading(page)).toBe('Check the new event');
      expect(await page.getByRole('article').textContent()).toContain('Town Hall');
      expect(await page.locator('article strong', { hasText: 'questions' }).count()).toBe(1);
      await press(page, 'Change something');
      expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(title);
      await press(page, 'Save the draft');
      expect(await heading(page)).toBe(title);
      expect(await page.getByText('is saved as a draft').count()).toBe(1);

      await page.getByRole('button', { name: 'Publish' }).click();
      await press(page, 'Publish the event');
      expect(await page.getByText(`“${title}” is published.`).count()).toBe(1);

      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Name of the place').fill('');
      await press(page, 'Save the changes');
      expect(await page.getByText('There is no place yet.').count()).toBe(1);
      await press(page, 'Save the changes anyway');
      expect(await page.getByText('Place: Town Hall → nothing').count()).toBe(1);

      await page.getByRole('link', { name: 'Cancel', exact: true }).click();
      await press(page, 'Cancel the event');
      await page.getByRole('link', { name: 'Say why; readers will see it.' }).click();
      await page.getByLabel('Why').fill('The hall is flooded.');
      await press(page, 'Cancel the event');
      expect(await page.getByText(`“${title}” is cancelled.`).count()).toBe(1);
      expect(await page.getByText('The hall is flooded.').first().isVisible()).toBe(true);

      await page.goto(`${calendar.url}/calendar/manage?q=${encodeURIComponent(title)}`);
      expect(await page.getByRole('row', { name: title }).textContent()).toContain('Cancelled');
    } finally {
      await context.close();
    }
  });
});
