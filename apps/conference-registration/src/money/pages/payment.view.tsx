import {
  Button,
  ButtonGroup,
  InsetText,
  moneyInWords,
  momentInWords,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import { customerPath, documentPath, paymentPath, undoPaymentPath } from '../addresses.js';
import { methodWords } from '../domain/payment.js';
import type { PaymentPart, PaymentReading } from '../reading/read-payment.js';
import { dayInWords } from './words.js';

/** "Payment of £702.00" */
export const titleOf = ({ payment: { direction, pence } }: PaymentReading): string =>
  `${direction === 'in' ? 'Payment' : 'Refund'} of ${moneyInWords(pence)}`;

/** A payment or refund and what became of it. */
export function PaymentView({ reading }: { readonly reading: PaymentReading }) {
  const { payment, customerName, receipt, parts, leftPence } = reading;
  const isUndone = payment.undoneAt !== null;
  return (
    <>
      <h1 class="govuk-heading-xl">{titleOf(reading)}</h1>
      {payment.undoneAt !== null && (
        <InsetText>
          {payment.undoneByName ?? 'Somebody'} took this back on {momentInWords(payment.undoneAt)}: “
          {payment.undoneReason}”.
        </InsetText>
      )}
      <SummaryList
        rows={[
          {
            key: payment.direction === 'in' ? 'From' : 'To',
            value: (
              <a class="govuk-link" href={customerPath(payment.customerId)}>
                <bdi>{customerName}</bdi>
              </a>
            ),
          },
          { key: 'Day', value: dayInWords(payment.onDate) },
          { key: 'How', value: methodWords[payment.method] },
          payment.reference !== '' && { key: 'Reference', value: <bdi>{payment.reference}</bdi> },
          payment.note !== '' && { key: 'Note', value: <bdi>{payment.note}</bdi> },
          receipt !== null && {
            key: 'Receipt',
            value: (
              <a class="govuk-link" href={documentPath(receipt.id)}>
                {receipt.label}
              </a>
            ),
          },
          leftPence > 0 && { key: 'Kept as credit', value: moneyInWords(leftPence) },
          { key: 'Recorded', value: `${momentInWords(payment.recordedAt)}, by ${payment.recordedByName}` },
        ]}
      />
      {parts.length > 0 && <Parts parts={parts} />}
      {!isUndone && (
        <ButtonGroup>
          {leftPence > 0 && (
            <Button href={customerPath(payment.customerId)}>Use the credit or pay it back</Button>
          )}
          <a class="govuk-link" href={undoPaymentPath(payment.id)}>
            {payment.direction === 'in' ? 'Take back this payment' : 'Take back this refund'}
          </a>
        </ButtonGroup>
      )}
    </>
  );
}

const partWords: Readonly<Record<PaymentPart['kind'], string>> = {
  invoice: 'Invoice',
  'credit-note': 'Out of credit note',
  payment: 'Out of the payment of',
  refund: 'Refund of',
};

function Parts({ parts }: { readonly parts: readonly PaymentPart[] }) {
  return (
    <ResponsiveTable
      caption="What became of it"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'what', heading: 'What' },
        { key: 'amount', heading: 'Amount', format: 'numeric' },
        { key: 'state', heading: 'State' },
      ]}
      rows={parts.map(({ kind, id, label, pence, isUndone }) => {
        const isDocument = kind === 'invoice' || kind === 'credit-note';
        return [
          <a class="govuk-link" href={isDocument ? documentPath(id) : paymentPath(id)}>
            {partWords[kind]} {isDocument ? label : dayInWords(label)}
          </a>,
          moneyInWords(pence),
          isUndone ? 'Taken back' : 'In force',
        ];
      })}
    />
  );
}
