import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import type { TestBrowser } from '../members/browsing.js';
import { sam, startSignedIn, type SignedInSystem } from './signed-in.js';

let site: SignedInSystem;
let browser: Browser;
let staff: TestBrowser;
let acting: TestBrowser;
beforeAll(async () => {
  site = await startSignedIn();
  browser = await openBrowser();
  staff = await site.signedIn(sam);
  acting = await site.signedIn(sam);
  const { rows } = await site.client.query<{ id: string }>(
    `SELECT id FROM people WHERE name = 'Xiu Example'`,
  );
  await acting.post(`/members/manage/people/${rows[0]?.id}/act`);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** A page of a browser that has the session, at the narrowest that we care for, without scripts. */
async function open(as: TestBrowser | null, colorScheme: 'light' | 'dark', javaScriptEnabled = true) {
  const context = await browser.newContext({
    viewport: { width: 320, height: 700 },
    colorScheme,
    javaScriptEnabled,
  });
  const url = site.system.urls['shell'] ?? '';
  const value = as?.cookies.get('session');
  if (value !== undefined) await context.addCookies([{ name: 'session', value, url }]);
  return { page: await context.newPage(), url, close: () => context.close() };
}

it.each([
  ['a visitor who is refused', () => null, '/calendar/manage', 403],
  ['somebody signed in', () => staff, '/', 200],
  ['somebody acting for another', () => acting, '/calendar', 200],
])('what %s sees has no faults, light or dark', async (_, who, path, status) => {
  for (const scheme of ['light', 'dark'] as const) {
    const { page, url, close } = await open(who(), scheme);
    const complaints = listenForComplaints(page);
    expect((await page.goto(url + path))?.status()).toBe(status);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('403'))).toEqual([]);
    await close();
  }
});

it('stops acting, and signs out, by a press, without scripts', async () => {
  const { page, url, close } = await open(acting, 'light', false);
  await page.goto(`${url}/calendar`);
  expect(await page.getByText('You are acting for Xiu Example.').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Stop acting for Xiu Example' }).click();
  await page.goto(`${url}/calendar`);
  expect(await page.getByText('You are acting for').count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`${url}/calendar`);
  expect(await page.getByRole('link', { name: 'Sign in', exact: true }).getAttribute('href')).toBe(
    '/members/sign-in?return=%2Fcalendar',
  );
  await close();
});

it('leaves what can only be pressed off paper', async () => {
  const { page, url, close } = await open(staff, 'light');
  await page.goto(`${url}/calendar`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
  await close();
});
