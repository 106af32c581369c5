import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import {
  completeMail,
  MailButton,
  MailCode,
  MailHeading,
  MailLink,
  MailSmallPrint,
  MailText,
  renderMail,
} from '#ui';
import { mailSamples as ofCalendar } from '../../apps/events-calendar/src/mail-templates/mail-samples.js';
import { mailSamples as ofMembers } from '../../apps/members/src/mail-templates/mail-samples.js';
import { faultsOf } from '../browser/page-checks.js';

describe('a mail in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('reads well, light and dark, on a phone too', async () => {
    const link = `https://events.example.org/members/sign-in/${'a'.repeat(86)}`;
    const { html } = renderMail({
      subject: 'Sign in',
      title: 'Sign in to Network events, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      preview: 'The link works for 15 minutes.',
      body: (
        <>
          <MailText>
            Hello <strong>Sam</strong>, see <MailLink href={link}>{link}</MailLink>.
          </MailText>
          <MailButton href={link}>Sign in</MailButton>
          <MailHeading>On another device</MailHeading>
          <MailCode label="Your code" code="K7P2QX" />
          <MailSmallPrint>If you did not ask for it, you need do nothing.</MailSmallPrint>
        </>
      ),
      why: 'You get this mail because somebody asked to sign in with this address.',
      siteUrl: 'https://events.example.org',
    });
    const page = await browser.newPage();
    try {
      await page.setContent(html);
      expect(await faultsOfMail(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it.each([...ofMembers, ...ofCalendar])(
    'reads well, light and dark, on a phone too: $name',
    async ({ make }) => {
      const { html, text } = completeMail(make(), {
        notice: 'This mail comes late: it was due on Tuesday 1 October, 10am.',
        stopUrl: `https://events.example.org/mail/unsubscribe/${'a'.repeat(120)}`,
      });
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
      const page = await browser.newPage();
      try {
        await page.setContent(html);
        expect(await faultsOfMail(page)).toEqual([]);
        const why =
          /^-+$\s+(You [^]+?\.)$/m.exec(text)?.[1]?.replaceAll(/\s+/g, ' ') ?? 'says why it was sent';
        expect(await page.locator('body').innerText()).toContain(why);
      } finally {
        await page.close();
      }
    },
  );
});

/** Landmarks are the mail program's: a mail is an article within its page. */
async function faultsOfMail(page: Page): Promise<string[]> {
  return (await faultsOf(page)).filter((fault) => !/: (?:region|landmark-one-main): /.test(fault));
}
