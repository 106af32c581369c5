import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface ConferenceMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly subject: string;
  /** In plain words; an empty line begins a new paragraph. */
  readonly text: string;
  readonly conferenceUrl: string;
  readonly siteUrl: string;
}

/** What staff write to those who come to a conference, or who booked for them. */
export function conferenceMail({ conference, subject, text, ...mail }: ConferenceMail): RenderedMail {
  const title = shortened(conference.title, 120);
  return renderMail({
    subject,
    title: subject,
    preview: shortened(text.replaceAll(/\s+/g, ' '), 120),
    body: (
      <>
        {paragraphsOf(text).map((paragraph) => (
          <MailText>{paragraph}</MailText>
        ))}
        <MailText>
          This is about {title}, {conference.when}.
        </MailText>
        <MailButton href={mail.conferenceUrl}>See the conference</MailButton>
      </>
    ),
    why: `You get this mail because you take part in ${title}, or booked for somebody who does.`,
    siteUrl: mail.siteUrl,
  });
}

/** Paragraphs as they were written, each without its ends. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
