import { field, FormPage, moneyInWords, Textarea, WarningText, type Form } from '#ui';
import { paymentPath, undoPaymentPath } from '../addresses.js';
import type { PaymentReading } from '../reading/read-payment.js';
import { titleOf } from './payment.view.js';

export interface UndoPaymentProps {
  readonly reading: PaymentReading;
  readonly form: Form;
}

/** What taking back a payment or refund means, and why it is done. */
export function UndoPaymentView({ reading, form }: UndoPaymentProps) {
  const { payment, parts } = reading;
  const isRefund = payment.direction === 'out';
  const invoices = parts.filter(({ kind, isUndone }) => kind === 'invoice' && !isUndone);
  return (
    <FormPage
      heading={`Take back: ${titleOf(reading)}`}
      action={undoPaymentPath(payment.id)}
      form={form}
      saveLabel={isRefund ? 'Take back the refund' : 'Take back the payment'}
      isWarning
      cancelLabel={isRefund ? 'Keep the refund' : 'Keep the payment'}
      cancelPath={paymentPath(payment.id)}
    >
      <WarningText>
        {isRefund
          ? `${moneyInWords(payment.pence)} is the customer’s credit again.`
          : 'What it settled is outstanding again. The receipt stays as it was issued: tell whoever has it.'}
      </WarningText>
      {invoices.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {invoices.map(({ id, label, pence }) => (
            <li key={id}>
              {label}: {moneyInWords(pence)}
            </li>
          ))}
        </ul>
      )}
      <Textarea
        label="Why is it taken back?"
        hint="For example “recorded for another council”. It stays in the history."
        rows={3}
        {...field(form, 'reason')}
      />
    </FormPage>
  );
}
