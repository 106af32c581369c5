import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import type { System } from '#launcher';
import { TestBrowser, textOf, type BrowserOptions } from './browsing.js';

export const signInPath = '/members/sign-in';

/** Somebody who asked for a link. */
export interface Asked {
  readonly browser: TestBrowser;
  /** The path of the link that was mailed. */
  readonly link: string;
  /** The code that the asking browser shows. */
  readonly code: string;
}

/** The link in the latest mail to an address, as a path. */
export async function linkFor(system: System, address: string): Promise<string> {
  const { text } = await system.mailbox.waitFor(address);
  const link = /https?:\/\/[^/\s]+(\/members\/sign-in\/[\w-]{20,})/.exec(text)?.[1];
  if (link === undefined) throw new Error(`no link in: ${text}`);
  return link;
}

/** Asks for a link and waits for its mail. */
export async function ask(
  system: System,
  address: string,
  { returnPath, ...options }: BrowserOptions & { readonly returnPath?: string } = {},
): Promise<Asked> {
  const browser = new TestBrowser(system, options);
  const fields = { address, ...(returnPath !== undefined && { return: returnPath }) };
  const answer = await browser.post(signInPath, fields);
  if (answer.location === null) throw new Error(`not asked: ${answer.status} ${textOf(answer.html)}`);
  const code = codeOn((await browser.get(answer.location)).html);
  return { browser, link: await linkFor(system, address), code };
}

/** The code on the page that waits. */
export function codeOn(html: string): string {
  const code = /The code: <\/span>([A-Z\d ]{7})</.exec(html)?.[1];
  if (code === undefined) throw new Error(`no code on: ${textOf(html)}`);
  return code;
}

/** Signs in with a browser of one's own, all the way. */
export async function signIn(
  system: System,
  address: string,
  options: BrowserOptions & { readonly returnPath?: string } = {},
): Promise<TestBrowser> {
  const { browser, link } = await ask(system, address, options);
  const answer = await browser.post(link);
  if (!browser.cookies.has('session'))
    throw new Error(`not signed in: ${answer.status} ${textOf(answer.html)}`);
  return browser;
}

/** Waits until all that was asked for has been handled. */
export async function allHandled(client: pg.Client): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const { rows } = await client.query(
      `SELECT 1 FROM outbox o WHERE o.type = 'members.sign-in-asked.v1'
       AND NOT EXISTS (SELECT FROM inbox i WHERE i.message_id = o.id) LIMIT 1`,
    );
    if (rows.length === 0) return;
    await setTimeout(20);
  }
  throw new Error('some asks have not been handled');
}

/** A page of a real browser that has somebody's session. */
export async function openFor(browser: Browser, system: System, signedIn: TestBrowser): Promise<Page> {
  const context = await browser.newContext();
  const url = system.urls['shell'] ?? '';
  await context.addCookies([{ name: 'session', value: signedIn.cookies.get('session') ?? '', url }]);
  return context.newPage();
}
