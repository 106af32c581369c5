import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface StaffAskedMail {
  readonly conference: { readonly title: string };
  readonly reference: string;
  /** Who asks, and for whom they booked. */
  readonly name: string;
  readonly organisation: string;
  /** Where an answer goes; empty: nowhere. */
  readonly email: string;
  readonly message: string;
  /** The booking as staff open it. */
  readonly bookingUrl: string;
  readonly siteUrl: string;
}

/** Puts a booker’s question before the staff of a conference. */
export function staffAskedEmail(mail: StaffAskedMail): RenderedMail {
  const name = shortened(mail.name, 80);
  const organisation = mail.organisation === '' ? '' : `, ${shortened(mail.organisation, 80)},`;
  return renderMail({
    subject: `${name} asks about booking ${mail.reference}`,
    title: 'A question about a booking',
    preview: shortened(mail.message, 100),
    body: (
      <>
        <MailText>
          {name}
          {organisation} asks about booking <strong>{mail.reference}</strong> for{' '}
          {shortened(mail.conference.title, 120)}:
        </MailText>
        {mail.message.split(/\n+/).map((line) => (
          <MailText>{shortened(line, 2000)}</MailText>
        ))}
        <MailButton href={mail.bookingUrl}>Open the booking</MailButton>
        {mail.email !== '' && <MailText>Your answer goes to {mail.email}.</MailText>}
      </>
    ),
    why: 'You get this mail because your address is the contact of the conference.',
    siteUrl: mail.siteUrl,
  });
}
