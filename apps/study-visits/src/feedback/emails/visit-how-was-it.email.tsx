import {
  MailButton,
  MailLink,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import type { FeedbackStep } from '../domain/asking.js';

export interface HowWasItMail {
  readonly visit: { readonly title: string; readonly when: string };
  readonly step: FeedbackStep;
  readonly name: string;
  /** "Saturday 27 April 2024" */
  readonly until: string;
  readonly feedbackUrl: string;
  readonly noteUrl: string;
  readonly siteUrl: string;
}

/** Asks somebody who is back how it was, and what they learned. */
export function howWasItEmail(mail: HowWasItMail): RenderedMail {
  const title = shortened(mail.visit.title, 120);
  const isFirst = mail.step === 'asked';
  return renderMail({
    subject: isFirst ? `How was it? ${title}` : `Until ${mail.until}: how was it? ${title}`,
    title: 'How was it?',
    preview: 'A few questions, and what you bring home',
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {isFirst
            ? `you are back from “${title}” (${mail.visit.when}). Tell us how it was: it takes three minutes, and the next visit will be the better for it.`
            : `you have not told us yet how “${title}” was. You can until ${mail.until}; we do not ask again.`}
        </MailText>
        <MailText>Nobody sees which answers are yours, staff neither.</MailText>
        <MailButton href={mail.feedbackUrl}>Say how it was</MailButton>
        <MailText>
          And write down what you learned, for your colleagues and for members who stayed at home:{' '}
          <MailLink href={mail.noteUrl}>your learning note</MailLink>. Your certificate of attendance is on
          your page, too.
        </MailText>
        <MailSmallPrint>The links are yours alone: do not pass them on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you travelled with ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
