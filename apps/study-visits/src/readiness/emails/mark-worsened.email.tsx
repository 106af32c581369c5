import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { MarkStatus, ReadinessItem } from '../domain/item.js';
import { itemWords, statusWords } from '../in-words.js';

export interface MarkWorsenedMail {
  readonly visit: { readonly title: string; readonly when: string };
  readonly name: string;
  readonly item: ReadinessItem;
  readonly status: MarkStatus;
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Tells a traveller that what they told will not do any more. It says nothing of what they told. */
export function markWorsenedEmail(mail: MarkWorsenedMail): RenderedMail {
  const title = shortened(mail.visit.title, 120);
  const what = itemWords[mail.item].toLowerCase();
  return renderMail({
    subject: `Please look at your ${what} again: ${title}`,
    title: `Please look at your ${what} again`,
    preview: `${statusWords[mail.status]}: your ${what} for ${title}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          the rules for where we travel, or the days of the visit, have changed. By what you told us of your{' '}
          {what}, it was good for <strong>{title}</strong> before; now it is not, or we cannot be sure of it.
        </MailText>
        <MailText>
          <strong>When:</strong> {mail.visit.when}
        </MailText>
        <MailButton href={mail.ownUrl}>See what has changed for you</MailButton>
        <MailText>
          The page says what stands against it. If you have to renew something, begin soon: it can take weeks.
        </MailText>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you travel with a study visit of the network.',
    siteUrl: mail.siteUrl,
  });
}
