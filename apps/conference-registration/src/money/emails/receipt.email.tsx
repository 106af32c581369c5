import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  moneyInWords,
  renderMail,
  type RenderedMail,
} from '#ui';
import type { ReceivedPayment } from '../issue-receipt.js';

export interface ReceiptMail {
  /** "REC-00012" */
  readonly label: string;
  readonly customer: string;
  readonly payment: Omit<ReceivedPayment, 'id' | 'on' | 'method'> & {
    /** "Tuesday 1 October 2019" */
    readonly on: string;
    /** "Bank transfer" */
    readonly method: string;
  };
  /** Where the reader finds it among their bookings; `null`: only by a link that they have already. */
  readonly url: string | null;
  readonly siteUrl: string;
}

/** Tells a customer that money has come, and which invoices it paid. */
export function receiptEmail({ label, customer, payment, url, siteUrl }: ReceiptMail): RenderedMail {
  const amount = moneyInWords(payment.pence);
  return renderMail({
    subject: `Receipt ${label}: ${amount} received`,
    title: `We have received ${amount}`,
    preview: `Thank you. ${payment.method}, ${payment.on}.`,
    body: (
      <>
        <MailText>
          Thank you. We received <strong>{amount}</strong> from {customer} on {payment.on} (
          {payment.method.toLowerCase()}
          {payment.reference === '' ? '' : `, “${payment.reference}”`}). This is receipt{' '}
          <strong>{label}</strong>.
        </MailText>
        {payment.settled.length > 0 && <MailHeading>What it paid</MailHeading>}
        {payment.settled.map((part) => (
          <MailText key={part.label}>
            <strong>{part.label}:</strong> {moneyInWords(part.pence)}
            {part.outstandingPence === 0
              ? ', which settles it.'
              : `; ${moneyInWords(part.outstandingPence)} is still to pay.`}
          </MailText>
        ))}
        {payment.creditPence > 0 && (
          <MailText>
            {moneyInWords(payment.creditPence)} was more than is outstanding. We keep it as your credit: it
            can pay another invoice, or be paid back. Tell us which you want.
          </MailText>
        )}
        {url !== null && <MailButton href={url}>See your bookings and their documents</MailButton>}
        <MailSmallPrint>Keep this mail for your records. It is not a VAT invoice.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because this is the address that invoices go to.',
    siteUrl,
  });
}
