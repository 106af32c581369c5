import type { Browser, Locator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';

export const phone = { width: 320, height: 640 };

/** Somebody with a phone: their page, and what they look at on it. */
export interface OnPhone {
  readonly page: Page;
  readonly complaints: readonly string[];
  heading(this: void, words: string | RegExp): Promise<void>;
  says(this: void, words: string | RegExp): Promise<void>;
  press(this: void, words: string | RegExp): Promise<void>;
  follow(this: void, words: string | RegExp): Promise<void>;
  /** Fills controls in, by their ids. */
  write(this: void, texts: Readonly<Record<string, string>>): Promise<void>;
  /** What axe finds, and whether it scrolls sideways; axe is a script itself, so only with scripts. */
  check(this: void, what: string): Promise<void>;
  close(this: void): Promise<void>;
}

/** @param scripts whether the browser runs scripts */
export async function onPhone(browser: Browser, scripts: boolean): Promise<OnPhone> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: phone });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const main = page.getByRole('main');
  return {
    page,
    complaints: listenForComplaints(page),
    heading: (name) => page.getByRole('heading', { level: 1, name }).waitFor(),
    says: (words) => page.getByText(words).first().waitFor(),
    press: (name) => main.getByRole('button', { name }).first().click(),
    follow: (name) => main.getByRole('link', { name }).first().click(),
    write: async (texts) => {
      for (const [id, text] of Object.entries(texts)) {
        const control = page.locator(`[id="${id}"]`);
        const isList = await control.evaluate((element) => element.tagName === 'SELECT');
        await (isList ? control.selectOption({ label: text }) : control.fill(text));
      }
    },
    check: async (what) => {
      if (!scripts) return;
      expect([what, await faultsOf(page)]).toEqual([what, []]);
      await shoot(page, `visit journey ${what}`);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(phone);
    },
    close: () => context.close(),
  };
}

/** What is typed into the three boxes of a day. */
export const dayBoxesOf = (name: string, day: Temporal.PlainDate): Readonly<Record<string, string>> => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
});

/** A day within a group of its own. */
export async function fillDay(group: Locator, day: Temporal.PlainDate): Promise<void> {
  await group.getByLabel('Day', { exact: true }).fill(String(day.day));
  await group.getByLabel('Month').fill(String(day.month));
  await group.getByLabel('Year').fill(String(day.year));
}
