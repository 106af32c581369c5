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

export interface ReferenceAskedMail {
  readonly visit: {
    readonly title: string;
    /** The last day on which it can be given, ISO; `null`: none is set. */
    readonly neededBy: string | null;
  };
  readonly applicant: string;
  readonly organisation: string | null;
  /** Whom it is written to. */
  readonly name: string;
  /** How the applicant says that they know each other. */
  readonly relation: string;
  /** That they were asked before. */
  readonly isReminder: boolean;
  readonly url: string;
  readonly siteUrl: string;
}

/** Asks somebody for a few sentences in support of an applicant. */
export function referenceAskedEmail(mail: ReferenceAskedMail): RenderedMail {
  const { visit, name, relation, isReminder, url, siteUrl } = mail;
  const title = shortened(visit.title, 100);
  const applicant = shortened(mail.applicant, 80);
  const who = mail.organisation === null ? applicant : `${applicant} of ${shortened(mail.organisation)}`;
  return renderMail({
    subject: isReminder ? `A reminder: a reference for ${applicant}` : `A reference for ${applicant}`,
    title: 'Will you write a few sentences?',
    preview: `${applicant} applies for ${title}.`,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {who} applies to come on our study visit <strong>{title}</strong>, and{' '}
          {isReminder ? 'asked you a while ago to support that.' : 'asks you to support that.'} They say how
          you know each other: “{shortened(relation, 100)}”.
        </MailText>
        <MailText>
          A few sentences are enough: what they would make of the visit, and whom it would reach at home.
        </MailText>
        {visit.neededBy !== null && (
          <MailText>
            <strong>Write until:</strong> {dateInWords(Temporal.PlainDate.from(visit.neededBy))}
          </MailText>
        )}
        <MailButton href={url}>Write a reference</MailButton>
        <MailText>
          Those who choose read what you write; {applicant} sees only that you wrote. If you cannot give a
          reference, the page has a button for that, too.
        </MailText>
        <MailSmallPrint>The link is yours alone: do not pass it on. You need no account.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody who applies for a study visit named you as a colleague who knows them.',
    siteUrl,
  });
}
