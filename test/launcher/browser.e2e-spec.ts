import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { commandsMentioning } from './npm-start.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it('switches off in the browser what Playwright does, too', () => {
  const lists = commandsMentioning('--remote-debugging-pipe').map((command) =>
    [...command.matchAll(/--disable-features=(\S+)/g)].map(([, names = '']) => names.split(',')),
  );
  const [wanted = [], given = []] = lists.find(({ length }) => length === 2) ?? [];
  expect(wanted).toContain('PaintHolding');
  expect(given).toEqual(expect.arrayContaining(wanted));
});
