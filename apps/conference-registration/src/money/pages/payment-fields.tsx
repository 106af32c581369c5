import { DateInput, dateField, field, Input, Select, Textarea, type Form } from '#ui';
import { methodWords, paymentMethods } from '../domain/payment.js';

/** The names of the fields, in their order on the page. */
export const paymentNames = [
  'pence',
  'on',
  'on.day',
  'on.month',
  'on.year',
  'method',
  'reference',
  'note',
] as const;

export interface PaymentFieldsProps {
  readonly form: Form;
  /** "How much was received?" */
  readonly amountLabel: string;
  readonly amountHint: string;
}

/** What is said of a payment or a refund. */
export function PaymentFields({ form, amountLabel, amountHint }: PaymentFieldsProps) {
  return (
    <>
      <Input
        label={amountLabel}
        hint={amountHint}
        prefix="£"
        inputmode="decimal"
        classes="govuk-input--width-10"
        spellcheck={false}
        {...field(form, 'pence')}
      />
      <DateInput
        fieldset={{ legend: { text: 'On which day?', classes: 'govuk-fieldset__legend--s' } }}
        hint="As on the bank’s statement, for example 27 3 2027"
        {...dateField(form, 'on')}
      />
      <Select
        label="How was it paid?"
        items={paymentMethods.map((method) => ({ value: method, text: methodWords[method] }))}
        {...field(form, 'method')}
      />
      <Input
        label="Reference (optional)"
        hint="What it says on the bank’s statement"
        {...field(form, 'reference')}
      />
      <Textarea label="Note (optional)" hint="For staff alone" rows={2} {...field(form, 'note')} />
    </>
  );
}
