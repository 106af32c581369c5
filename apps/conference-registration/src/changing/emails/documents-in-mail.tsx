import { MailLink, MailText, moneyInWords } from '#ui';

/** An invoice or a credit note that a mail names. */
export interface DocumentInMail {
  /** "INV-00012" */
  readonly label: string;
  readonly url: string;
  /** With VAT. */
  readonly grossPence: number;
}

interface DocumentsInMailProps {
  readonly creditNotes: readonly DocumentInMail[];
  readonly invoice: DocumentInMail | null;
}

/** What was issued for a change. */
export function DocumentsInMail({ creditNotes, invoice }: DocumentsInMailProps) {
  return (
    <>
      {creditNotes.map(({ label, url, grossPence }) => (
        <MailText>
          Credit note <MailLink href={url}>{label}</MailLink> over <strong>{moneyInWords(grossPence)}</strong>
          , VAT included. It is taken off what is still to be paid; anything you have paid already is your
          credit.
        </MailText>
      ))}
      {invoice !== null && (
        <MailText>
          Invoice <MailLink href={invoice.url}>{invoice.label}</MailLink> over{' '}
          <strong>{moneyInWords(invoice.grossPence)}</strong>, VAT included. How to pay stands on it.
        </MailText>
      )}
    </>
  );
}
