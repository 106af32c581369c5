import { chromium, type Browser } from 'playwright-core';

/**
 * Opens the browser that `npm test` has found. It runs in whatever sandbox the machine has for it, keeps to itself, and
 * asks nobody for updates.
 *
 * @throws Error when tests run without the browser that `npm test` finds
 */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set: run this with `npm test -- <path>`');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
