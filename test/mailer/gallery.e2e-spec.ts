import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { mailSamples } from '../../apps/members/src/mail-templates/mail-samples.js';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { textOf, type TestBrowser } from '../members/browsing.js';
import { openFor } from '../members/signing-in.js';
import { sam, startSignedIn, type SignedInSystem } from '../shell/signed-in.js';

const path = '/mail/templates';
const signIn = `${path}/members/sign-in`;

describe('the gallery of mails', () => {
  let site: SignedInSystem;
  let staff: TestBrowser;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    // The calendar is down.
    site = await startSignedIn({ apps: ['shell', 'members', 'mailer'] });
    staff = await site.signedIn(sam);
    browser = await openBrowser();
    page = await openFor(browser, site.system, staff);
    complaints = listenForComplaints(page);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  const open = (address: string) => page.goto(`${site.system.urls['shell']}${address}`);

  it('lists what every service writes, and names one that does not answer', async () => {
    const { html } = await staff.get(path);
    for (const { name, title } of mailSamples) {
      expect(html).toContain(`href="${path}/members/${name}"`);
      expect(textOf(html)).toContain(title);
    }
    expect(textOf(html)).toContain(
      'No answer comes from Calendar, Conference, Stands and Visits at the moment, so the mails written there are not shown.',
    );
    const calendar = await staff.get(`${path}/events-calendar/anything`);
    expect(calendar.status).toBe(503);
    expect(textOf(calendar.html)).toContain('No answer comes from Calendar');
  });

  it('shows a mail as HTML in a frame that may do nothing', async () => {
    const { status, headers } = await staff.get(`${signIn}/html`);
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy');
    for (const part of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", 'sandbox'])
      expect(policy).toContain(part);
    expect(policy).not.toContain('script-src');
    expect((await staff.get(signIn)).headers.get('content-security-policy')).toContain("frame-src 'self'");
    await open(signIn);
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    await page.frameLocator('iframe').getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('shows it light and dark, wide and narrow, without scripts', async () => {
    const ground = () =>
      page
        .frameLocator('iframe')
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
    // With the frame's own line on both sides.
    const width = async () => (await page.locator('iframe').boundingBox())?.width ?? 0;
    const [plain, close] = await withoutScripts();
    await plain.goto(`${site.system.urls['shell']}${signIn}`);
    await plain.getByRole('link', { name: 'As on a phone' }).click();
    await plain.getByRole('link', { name: 'Dark' }).click();
    expect(new URL(plain.url()).search).toBe('?scheme=dark&width=phone');
    await close();

    // Whatever the browser itself is set to.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(signIn);
    await page.frameLocator('iframe').locator('h1').waitFor();
    expect([await ground(), (await width()) > 500]).toEqual(['rgb(255, 255, 255)', true]);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(`${signIn}?scheme=dark&width=phone`);
    await page.frameLocator('iframe').locator('h1').waitFor();
    expect([await ground(), await width()]).toEqual(['rgb(16, 25, 27)', 322]);
  });

  async function withoutScripts(): Promise<[Page, () => Promise<void>]> {
    const url = site.system.urls['shell'] ?? '';
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies([{ name: 'session', value: staff.cookies.get('session') ?? '', url }]);
    return [await context.newPage(), () => context.close()];
  }

  it('shows it as text, with nothing in it of the marks that sending fills', async () => {
    const { html } = await staff.get(signIn);
    expect(html).toContain('Hello Siân “Sal” O’Featherstonehaugh &amp; Llewellyn-Ffoulkes');
    expect(html).not.toContain('[  ');
    expect((await staff.get(`${signIn}/html`)).html).not.toContain('<!--');
  });

  it.each([`${path}/members/nothing`, `${path}/shell/sign-in`, `${path}/nothing/sign-in/html`])(
    'knows what there is not: %s',
    async (address) => {
      expect((await staff.get(address)).status).toBe(404);
    },
  );

  it('has no faults', async () => {
    for (const [name, address] of [
      ['templates', path],
      ['template', signIn],
      ['template dark', `${signIn}?scheme=dark&width=phone`],
    ] as const) {
      await open(address);
      await shoot(page, name);
      expect([name, await faultsOf(page)]).toEqual([name, []]);
    }
    expect(complaints).toEqual([]);
  });
});
