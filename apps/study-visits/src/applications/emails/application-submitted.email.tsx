import { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  MailButton,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';

export interface ApplicationSubmittedMail {
  readonly visit: {
    readonly title: string;
    /** ISO; `null`: it is not said until when they hear. */
    readonly decisionOn: string | null;
  };
  readonly name: string;
  /** Under which it stands in the draw. */
  readonly code: string;
  /** When it reached us, in words. */
  readonly at: string;
  readonly url: string;
  readonly siteUrl: string;
}

/** Tells an applicant that their application has reached us. */
export function applicationSubmittedEmail(mail: ApplicationSubmittedMail): RenderedMail {
  const { visit, name, code, at, url, siteUrl } = mail;
  const title = shortened(visit.title, 120);
  return renderMail({
    subject: `Your application has reached us: ${title}`,
    title: 'Your application has reached us',
    preview: `Its code is ${code}.`,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          thank you: your application for <strong>{title}</strong> reached us on {at}.
        </MailText>
        <MailText>
          <strong>Its code:</strong> {code}
        </MailText>
        <MailText>
          Chance has given it this code. If places are drawn, it stands in the draw under it, so that you can
          repeat the draw and find yourself without anybody else’s name being told.
        </MailText>
        <MailText>
          {visit.decisionOn === null
            ? 'We write to you when it is decided.'
            : `You hear from us by ${dateInWords(Temporal.PlainDate.from(visit.decisionOn))}.`}
        </MailText>
        <MailButton href={url}>Look at your application</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you applied for a study visit.',
    siteUrl,
  });
}
