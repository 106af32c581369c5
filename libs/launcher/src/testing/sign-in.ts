import type { Page } from 'playwright-core';
import type { TestMailbox } from './mailbox.ts';

/**
 * Signs somebody in as they do it themselves: asks for a link, takes it from the mail, presses the button behind it.
 *
 * @param origin of the site, which must run with its shell, members and mailer
 * @throws Error when no mail with a link comes
 */
export async function signInByMail(
  page: Page,
  origin: string,
  mailbox: TestMailbox,
  address: string,
): Promise<void> {
  await page.goto(`${origin}/members/sign-in?address=${encodeURIComponent(address)}`);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check your mail' }).waitFor();
  const { text } = await mailbox.waitFor(address, { subject: /^Sign in/ });
  const link = /https?:\/\/\S+\/members\/sign-in\/\S+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link to sign in with in:\n${text}`);
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: /^Your account/ }).waitFor();
}
