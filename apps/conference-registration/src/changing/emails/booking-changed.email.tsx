import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import { DocumentsInMail, type DocumentInMail } from './documents-in-mail.js';

export interface BookingChangedMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  readonly bookerName: string;
  /** What is different now, in sentences. */
  readonly changes: readonly string[];
  readonly creditNotes: readonly DocumentInMail[];
  /** `null`: nothing more is to be paid for it. */
  readonly invoice: DocumentInMail | null;
  readonly bookingUrl: string;
  /** Whoever has the address may see and change the booking. */
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

/** As many changes as are of use in a mail; the page has all. */
const mostChanges = 25;

/** Tells whoever booked what was changed of their booking. */
export function bookingChangedEmail(mail: BookingChangedMail): RenderedMail {
  const { conference, reference, changes, creditNotes, invoice } = mail;
  const title = shortened(conference.title, 120);
  return renderMail({
    subject: `Your booking is changed: ${title} (${reference})`,
    title: 'Your booking is changed',
    preview: shortened(changes[0] ?? title, 100),
    body: (
      <>
        <MailText>Hello {shortened(mail.bookerName)},</MailText>
        <MailText>
          your booking <strong>{reference}</strong> for <strong>{title}</strong> ({conference.when}) is
          changed:
        </MailText>
        {changes.slice(0, mostChanges).map((change) => (
          <MailText>{shortened(change, 300)}</MailText>
        ))}
        {changes.length > mostChanges && (
          <MailText>And {changes.length - mostChanges} more: the booking’s page has them all.</MailText>
        )}
        {(creditNotes.length > 0 || invoice !== null) && (
          <>
            <MailHeading>What it costs</MailHeading>
            <DocumentsInMail creditNotes={creditNotes} invoice={invoice} />
          </>
        )}
        <MailButton href={mail.bookingUrl}>See your booking</MailButton>
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
