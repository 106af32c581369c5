import { MailButton, MailSmallPrint, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';

export interface StandThanksMail {
  readonly exhibition: { readonly title: string; readonly when: string };
  readonly name: string;
  /** As staff wrote it; of several lines. */
  readonly words: string;
  /** "6 hours" */
  readonly hours: string;
  readonly shifts: number;
  readonly feedbackUrl: string;
  /** "Sunday 14 November 2027" */
  readonly until: string;
  readonly siteUrl: string;
}

/** Paragraphs of what staff wrote: blank lines part them. */
export const paragraphsOf = (words: string): readonly string[] =>
  words.split(/\n\s*\n/).map((part) => part.replaceAll('\n', ' '));

/** Thanks somebody who stood, and asks how it was. */
export function standThanksEmail(mail: StandThanksMail): RenderedMail {
  const title = shortened(mail.exhibition.title, 120);
  return renderMail({
    subject: `Thank you for standing with us at ${title}`,
    title: 'Thank you',
    preview: `${mail.hours} on our stand, ${mail.exhibition.when}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        {paragraphsOf(mail.words).map((text) => (
          <MailText>{text}</MailText>
        ))}
        <MailText>
          You stood <strong>{mail.hours}</strong> in {plural(mail.shifts, 'shift')} on our stand at{' '}
          <strong>{title}</strong>, {mail.exhibition.when}.
        </MailText>
        <MailText>How was it? It takes two minutes to say, and makes next year better.</MailText>
        <MailButton href={mail.feedbackUrl}>Say how it was</MailButton>
        <MailSmallPrint>
          You need no account. You can change what you said with the same link until {mail.until}. The
          network’s staff see it with your name. The link is yours alone: do not pass it on.
        </MailSmallPrint>
      </>
    ),
    why: `You get this mail because you helped on our stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
