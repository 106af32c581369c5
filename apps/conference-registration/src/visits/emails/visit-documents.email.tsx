import {
  MailButton,
  MailHeading,
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

/** An invoice, with how it is paid. */
export interface VisitInvoiceInMail extends NamedDocument {
  /** "Friday 8 January 2027" */
  readonly dueOn: string;
  readonly purchaseOrder: string | null;
  readonly isPurchaseOrderMissing: boolean;
  readonly howToPay: {
    readonly accountName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
    readonly reference: string;
  };
}

export interface VisitDocumentsMail {
  readonly visit: string;
  readonly traveller: string;
  /** What is to be paid: "the deposit". */
  readonly what: string;
  /** Whom it greets. */
  readonly readerName: string;
  /** At least one of the two is given. */
  readonly invoice: VisitInvoiceInMail | null;
  readonly creditNote: NamedDocument | null;
  /** Why there is a credit note, as it stands on it. */
  readonly reason: string;
  /** Where all of it is; whoever has it may see it, and enter a purchase order. */
  readonly url: string;
  readonly siteUrl: string;
}

/** Tells whoever looks after a place on a study visit that something was invoiced, credited, or invoiced again. */
export function visitDocumentsEmail(mail: VisitDocumentsMail): RenderedMail {
  const { invoice, creditNote, what, url, siteUrl } = mail;
  const visit = shortened(mail.visit, 120);
  const traveller = shortened(mail.traveller, 120);
  const about = `${what} for ${traveller}`;
  return renderMail({
    subject: `${subjectOf(mail)}: ${visit}`,
    title: titleOf(mail),
    preview: invoice === null ? shortened(mail.reason, 100) : `${moneyInWords(invoice.grossPence)}: ${about}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.readerName)},</MailText>
        <MailText>
          this is about the study visit <strong>{visit}</strong>: {about}.
        </MailText>
        {creditNote !== null && <Credited mail={mail} creditNote={creditNote} />}
        {invoice !== null && <ToPay invoice={invoice} isAgain={creditNote !== null} />}
        <MailButton href={url}>See the invoice and what is paid</MailButton>
        <MailSmallPrint>
          The link opens it for anybody who has it: pass it on only to those who are to pay.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you look after a place on a study visit, or invoices for it go to you.',
    siteUrl,
  });
}

const subjectOf = ({ invoice, creditNote }: VisitDocumentsMail): string =>
  invoice === null
    ? `Credit note ${creditNote?.label ?? ''}`
    : `${creditNote === null ? 'Invoice' : 'New invoice'} ${invoice.label}`;

function titleOf({ invoice, creditNote }: VisitDocumentsMail): string {
  if (invoice === null) return 'You have a credit note';
  return creditNote === null ? 'You have an invoice' : 'Your invoice is issued again';
}

function Credited({
  mail: { invoice, reason },
  creditNote,
}: {
  readonly mail: VisitDocumentsMail;
  readonly creditNote: NamedDocument;
}) {
  return (
    <>
      <MailText>The reason: “{shortened(reason, 300)}”</MailText>
      <MailText>
        Credit note <MailLink href={creditNote.url}>{creditNote.label}</MailLink> over{' '}
        <strong>{moneyInWords(creditNote.grossPence)}</strong>
        {invoice === null
          ? ' is taken off what is still to be paid. Anything you have paid already is your credit: tell us whether it is to be paid back.'
          : ' takes back the invoice that you had.'}
      </MailText>
    </>
  );
}

function ToPay({ invoice, isAgain }: { readonly invoice: VisitInvoiceInMail; readonly isAgain: boolean }) {
  const { howToPay } = invoice;
  return (
    <>
      <MailHeading>What there is to pay</MailHeading>
      <MailText>
        Invoice <MailLink href={invoice.url}>{invoice.label}</MailLink> over{' '}
        <strong>{moneyInWords(invoice.grossPence)}</strong>
        {isAgain
          ? ' takes its place. What you have paid already counts for it.'
          : `, to be paid by ${invoice.dueOn}.`}
      </MailText>
      <MailText>{orderWords(invoice)}</MailText>
      <MailText>
        Pay by bank transfer to {howToPay.accountName}, sort code {howToPay.sortCode}, account number{' '}
        {howToPay.accountNumber}, with the reference <strong>{howToPay.reference}</strong>, so that we can
        tell whose it is.
      </MailText>
    </>
  );
}

function orderWords({ purchaseOrder, isPurchaseOrderMissing }: VisitInvoiceInMail): string {
  if (purchaseOrder !== null) return `It has your purchase order number, ${shortened(purchaseOrder)}.`;
  return isPurchaseOrderMissing
    ? 'Your organisation wants a purchase order number on its invoices, and we do not have one yet: enter it on the invoice’s page as soon as you know it.'
    : 'It has no purchase order number; if you need one on it, enter it on the invoice’s page.';
}
