import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface DroppedOutMail {
  readonly exhibition: string;
  readonly who: string;
  /** "Sunday 26 September 2027, 9am to 11am" */
  readonly when: string;
  /** Empty where they did not say. */
  readonly reason: string;
  /** Where staff find somebody else; complete. */
  readonly coverUrl: string;
  readonly siteUrl: string;
}

/** Tells whoever looks after the stand that somebody cannot do a shift. */
export function droppedOutEmail(mail: DroppedOutMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  return renderMail({
    subject: `${shortened(mail.who, 60)} cannot do a shift: ${title}`,
    title: 'Somebody cannot do a shift',
    preview: mail.when,
    body: (
      <>
        <MailText>
          <strong>{shortened(mail.who)}</strong> cannot be on the stand at {title}:
        </MailText>
        <MailText>
          <strong>{mail.when}</strong>
        </MailText>
        {mail.reason !== '' && <MailText>They say: “{shortened(mail.reason, 300)}”</MailText>}
        <MailText>The place is free. The page shows who could step in, and asks them for you.</MailText>
        <MailButton href={mail.coverUrl}>Find somebody else</MailButton>
      </>
    ),
    why: `You get this mail because you are named as a contact of the stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
