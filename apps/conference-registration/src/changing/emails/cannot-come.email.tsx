import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface CannotComeMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  readonly bookerName: string;
  /** Who cannot come. */
  readonly name: string;
  /** What they wrote; empty: nothing. */
  readonly message: string;
  /** Where the booker decides what becomes of the place. */
  readonly decideUrl: string;
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

/** Tells whoever booked that a delegate cannot come: theirs is the decision what becomes of the place. */
export function cannotComeEmail(mail: CannotComeMail): RenderedMail {
  const title = shortened(mail.conference.title, 120);
  const name = shortened(mail.name, 80);
  return renderMail({
    subject: `${name} cannot come: ${title} (${mail.reference})`,
    title: `${name} cannot come`,
    preview: title,
    body: (
      <>
        <MailText>Hello {shortened(mail.bookerName)},</MailText>
        <MailText>
          <strong>{name}</strong>, for whom you booked a place at <strong>{title}</strong>,{' '}
          {mail.conference.when}, says that they cannot come.
        </MailText>
        {mail.message !== '' && <MailText>They write: “{shortened(mail.message, 600)}”</MailText>}
        <MailText>
          Nothing is changed by this. It is for you to decide: put somebody else in their place, which costs
          nothing, or cancel it by the refund rules.
        </MailText>
        <MailButton href={mail.decideUrl}>Decide about the place</MailButton>
        {mail.isLinkSecret && (
          <MailSmallPrint>
            The link is yours alone, as the booking can be changed with it: do not pass it on.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you booked ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
