import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { shoot } from '../browser/shoot.js';
import { endAll, freePort, npmStart, type Start } from '../launcher/npm-start.js';

/** The machine may be busy with the rest of the tests. */
const patience = 60_000;

let folder: string;
let start: Start;
let browser: Browser;
/** What `npm start` tells a newcomer to open. */
let printed: { readonly signIn: string; readonly mailbox: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signing-in-'));
  chmodSync(folder, 0o700);
  start = npmStart({
    PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
    DATA_DIR: join(folder, 'data'),
    DEMO: '1',
  });
  await start.says('Ctrl-C stops everything');
  const addressAfter = (words: string) => {
    const address = new RegExp(`^${words} (http://\\S+)$`, 'm').exec(start.output())?.[1];
    if (address === undefined) throw new Error(`nothing after "${words}" in:\n${start.output()}`);
    return address;
  };
  printed = {
    signIn: addressAfter('Sign in as staff:'),
    mailbox: addressAfter('Mail sent on this machine arrives at'),
  };
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  start?.interrupt();
  await start?.ended;
  endAll();
  rmSync(folder, { recursive: true, force: true });
}, patience);

const contexts: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

/** A browser of somebody's own, which has been nowhere yet. */
async function freshPage(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  context.setDefaultTimeout(patience);
  contexts.push(context);
  return context.newPage();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const account = (page: Page) => page.getByRole('link', { name: 'Your account: Sam Staff' });

/** Asks for a link with the form that is open, and waits for the page that tells to look for it. */
async function askForLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await heading(page, 'Check your mail').waitFor();
}

/**
 * The address that the only mail leads to when its link is pressed in the local mailbox, which is emptied then.
 * The mailbox's page needs scripts, whatever the reader of the site has.
 */
async function linkInMailbox(): Promise<string> {
  const page = await freshPage(true);
  const mail = page.getByText('Sign in to Network events').first();
  // MailDev's page does not hear of a mail that comes while it opens; one looks again then.
  for (let looks = 0; looks < 12 && (await mail.count()) === 0; looks += 1) {
    await page.goto(printed.mailbox);
    await mail.waitFor({ timeout: patience / 12 }).catch(() => undefined);
  }
  await mail.click();
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Sign in', exact: true });
  await link.waitFor();
  await shoot(page, 'mail');
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await heading(opened, 'Enter the code').or(opened.getByRole('button')).first().waitFor();
  const address = opened.url();
  await fetch(`${printed.mailbox}/api/email/all`, { method: 'DELETE' });
  return address;
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a newcomer who has started everything signs in, %s', (_, javaScriptEnabled) => {
  it('from the printed address through the local mailbox to the pages for staff, and back to them after signing out', async () => {
    const page = await freshPage(javaScriptEnabled);
    await page.goto(printed.signIn);
    await shoot(page, 'form');
    await askForLink(page);
    await shoot(page, 'check your mail');
    await page.goto(await linkInMailbox());
    await shoot(page, 'link');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await account(page).waitFor();
    await shoot(page, 'signed in');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('link', { name: 'Manage the calendar' }).click();
    await heading(page, 'Manage the calendar').waitFor();
    await shoot(page, 'manage');
    expect(await account(page).count()).toBe(1);
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(5);
    const staffPage = page.url();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
    const refused = await page.goto(staffPage);
    expect(refused?.status()).toBe(403);
    expect(await page.getByRole('table').count()).toBe(0);
    await shoot(page, 'refused');
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Email address').fill('sam.staff@example.org');
    await askForLink(page);
    await page.goto(await linkInMailbox());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading(page, 'Manage the calendar').waitFor();
    expect(page.url()).toBe(staffPage);
  });

  it('on the device where the mail is read, with the code that the first one shows', async () => {
    const [asking, reading] = await Promise.all([freshPage(javaScriptEnabled), freshPage(javaScriptEnabled)]);
    await asking.goto(printed.signIn);
    await askForLink(asking);
    await reading.goto(await linkInMailbox());
    await heading(reading, 'Sign in with a code').waitFor();
    const code = (await asking.locator('.cn-code').innerText()).replace('The code:', '').trim();
    await reading.getByLabel('The code').fill(code);
    await shoot(reading, 'code');
    await reading.getByLabel('On this device').check();
    await reading.getByRole('button', { name: 'Sign in' }).click();
    await account(reading).waitFor();
    if (!javaScriptEnabled) await asking.reload();
    await heading(asking, 'The link was used on another device').waitFor();
    expect(await account(asking).count()).toBe(0);
  });
});
