import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser } from './browsing.js';
import { addPerson, addSession, connect } from './sessions.js';

describe('the page about one’s account', () => {
  let system: System;
  let client: pg.Client;

  beforeAll(async () => {
    system = await startSystem();
    client = await connect(system);
  });
  afterAll(async () => {
    await client.end();
    await system.stop();
  });

  async function signedIn(name: string, roles: readonly ('staff' | 'admin')[] = []): Promise<TestBrowser> {
    const address = `${name}@example.org`;
    await addPerson(client, { name, address, roles });
    const browser = new TestBrowser(system);
    browser.cookies.set('session', (await addSession(client, address)).secret);
    return browser;
  }

  /** Where the page's own list leads, without header and footer. */
  async function ways(browser: TestBrowser): Promise<string[]> {
    const { html } = await browser.get('/members/account');
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    return [...main.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href ?? '');
  }

  it('leads people to what is theirs, in every part of the site', async () => {
    const ada = await signedIn('ada');
    const found = await ways(ada);
    expect(found).toEqual(
      expect.arrayContaining(['/calendar/my-feed', '/calendar/following', '/mail/preferences']),
    );
    for (const path of found) expect([path, (await ada.open(path)).status]).toEqual([path, 200]);
    expect(found.filter((path) => path.includes('/manage') || path === '/mail')).toEqual([]);
  });

  it('leads staff to the pages for staff as well, which nobody else sees', async () => {
    const [sam, ada] = [await signedIn('sam', ['staff']), await signedIn('ann')];
    const others = new Set(await ways(ada));
    const staffs = (await ways(sam)).filter((path) => !others.has(path));
    expect(staffs).toEqual([
      '/calendar/manage',
      '/conference/manage',
      '/conference/money',
      '/members/manage',
      '/mail',
      '/mail/messages',
    ]);
    for (const path of staffs) {
      expect([path, (await sam.open(path)).status, (await ada.open(path)).status]).toEqual([path, 200, 403]);
    }
  });
});
