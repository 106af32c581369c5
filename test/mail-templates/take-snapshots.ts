import { describe, expect, test } from '@jest/globals';
import { mailTemplatesOf, mailTemplatesSchema, type MailSample } from '#contracts';

/** One tag a line, so that a snapshot shows what has changed. */
const inLines = (html: string): string => html.replaceAll('><', '>\n<');

/**
 * Tests that an app's mails are made of the samples as they were when somebody last looked at them. After a change that is
 * meant: `npm run -s jest -- apps/<app>/src/mail-templates -u`, and look at them under `/mail/templates`.
 */
export function takeSnapshots(samples: readonly MailSample[]): void {
  const { templates } = mailTemplatesOf(samples);

  describe('the samples of mails', () => {
    test('are as the mailer expects them, each with a name of its own', () => {
      expect(mailTemplatesSchema.parse({ templates })).toEqual({ templates });
      expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
    });

    test('are the same each time', () => {
      expect(mailTemplatesOf(samples).templates).toEqual(templates);
    });

    for (const { name, mail } of templates) {
      test(name, () => {
        expect(mail.subject).toMatchSnapshot('subject');
        expect(mail.text).toMatchSnapshot('text');
        expect(inLines(mail.html)).toMatchSnapshot('html');
        expect(mail.calendar).toMatchSnapshot('calendar');
      });
    }
  });
}
