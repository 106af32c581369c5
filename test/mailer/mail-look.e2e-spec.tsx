import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { MailButton, MailCode, MailHeading, MailLink, MailSmallPrint, MailText, renderMail } from '#ui';
import { faultsOf } from '../browser/page-checks.js';

describe('a mail in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
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
      const faults = await faultsOf(page);
      // Landmarks are the mail program's: a mail is an article within its page.
      expect(faults.filter((fault) => !/: (?:region|landmark-one-main): /.test(fault))).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
