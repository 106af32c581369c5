import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface CoverAskMail {
  readonly exhibition: string;
  readonly name: string;
  readonly when: string;
  readonly where: string;
  /** "Sunday 26 September 2027, 8.40am" */
  readonly until: string;
  /** Whether others are asked at the same time. */
  readonly isForAll: boolean;
  readonly answerUrl: string;
  readonly siteUrl: string;
}

/** Asks somebody whether they could step into a shift. */
export function coverAskEmail(mail: CoverAskMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  return renderMail({
    subject: `Could you step in? ${shortened(mail.when, 80)}`,
    title: 'Could you step in?',
    preview: `${title}: ${mail.when}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          a place on our stand at <strong>{title}</strong> has become free. By what you told us, you could be
          there:
        </MailText>
        <MailText>
          <strong>{mail.when}</strong>
        </MailText>
        <MailText>{shortened(mail.where)}</MailText>
        <MailText>
          {mail.isForAll
            ? 'Several people are asked at once, and the first to say yes has the shift.'
            : 'Nobody else is asked at the moment. If we hear nothing from you, we ask the next one.'}{' '}
          Tell us by {mail.until}; a no helps us, too.
        </MailText>
        <MailButton href={mail.answerUrl}>Yes or no</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you help on our stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
