import {
  MailButton,
  MailLink,
  MailSmallPrint,
  MailText,
  moneyInWords,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';

/** A document that a mail names. */
interface NamedDocument {
  /** "INV-00012" */
  readonly label: string;
  readonly url: string;
  /** With VAT. */
  readonly grossPence: number;
}

export interface DocumentsIssuedMail {
  readonly conference: string;
  /** The booking's: "CN-7K3QFM" */
  readonly reference: string;
  readonly bookerName: string;
  readonly creditNote: NamedDocument;
  /** The invoice that takes the place of the one that was credited. */
  readonly invoice: NamedDocument | null;
  /** As it stands on the credit note. */
  readonly reason: string;
  readonly bookingUrl: string;
  /** Whoever has the address may see and change the booking. */
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

/** Tells whoever booked that an invoice was credited, or issued again, while what is booked stays booked. */
export function documentsIssuedEmail(mail: DocumentsIssuedMail): RenderedMail {
  const { reference, creditNote, invoice, reason } = mail;
  const conference = shortened(mail.conference, 120);
  const title = invoice === null ? 'You have a credit note' : 'Your invoice is issued again';
  const label = invoice?.label ?? creditNote.label;
  return renderMail({
    subject: `${invoice === null ? 'Credit note' : 'New invoice'} ${label}: ${conference} (${reference})`,
    title,
    preview: shortened(reason, 100),
    body: (
      <>
        <MailText>Hello {shortened(mail.bookerName)},</MailText>
        <MailText>
          this is about your booking <strong>{reference}</strong> for <strong>{conference}</strong>. Its
          places stay as they are. The reason: “{shortened(reason, 300)}”
        </MailText>
        <MailText>
          Credit note <MailLink href={creditNote.url}>{creditNote.label}</MailLink> over{' '}
          <strong>{moneyInWords(creditNote.grossPence)}</strong>, VAT included
          {invoice === null
            ? '. It is taken off what is still to be paid; anything you have paid already is your credit.'
            : ', takes back the invoice that you had.'}
        </MailText>
        {invoice !== null && (
          <MailText>
            Invoice <MailLink href={invoice.url}>{invoice.label}</MailLink> over{' '}
            <strong>{moneyInWords(invoice.grossPence)}</strong>, VAT included, takes its place. What you have
            paid already counts for it. How to pay stands on it.
          </MailText>
        )}
        <MailButton href={mail.bookingUrl}>See your booking</MailButton>
        {mail.isLinkSecret && (
          <MailSmallPrint>
            The link is yours alone, as the booking can be changed with it: do not pass it on.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you booked ${conference}.`,
    siteUrl: mail.siteUrl,
  });
}
