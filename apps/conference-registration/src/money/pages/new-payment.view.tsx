import { Checkboxes, field, FormPage, moneyInWords, Radios, type Form } from '#ui';
import { customerPath, newPaymentPath } from '../addresses.js';
import type { CustomerReading } from '../reading/read-customer.js';
import { PaymentFields } from './payment-fields.js';
import { dayInWords } from './words.js';

export interface NewPaymentProps {
  readonly reading: CustomerReading;
  readonly form: Form;
  readonly token: string;
}

/** What was received and what it pays. */
export function NewPaymentView({ reading, form, token }: NewPaymentProps) {
  const { customer, outstandingPence } = reading;
  return (
    <FormPage
      heading={`Record a payment from ${customer.name}`}
      action={newPaymentPath}
      form={form}
      hidden={{ customer: customer.id, once: token, step: 'check' }}
      saveLabel="Check the payment"
      cancelPath={customerPath(customer.id)}
    >
      <PaymentFields
        form={form}
        amountLabel="How much was received?"
        amountHint={
          outstandingPence === 0
            ? 'Nothing is outstanding: all of it is kept as credit.'
            : `${moneyInWords(outstandingPence)} is outstanding in all.`
        }
      />
      <WhichInvoices reading={reading} form={form} />
    </FormPage>
  );
}

function WhichInvoices({ reading: { account }, form }: Omit<NewPaymentProps, 'token'>) {
  if (account.invoices.length === 0) return <input type="hidden" name="which" value="none" />;
  return (
    <Radios
      {...field(form, 'which')}
      fieldset={{ legend: { text: 'Which invoices does it pay?', classes: 'govuk-fieldset__legend--s' } }}
      items={[
        {
          value: 'oldest',
          text: 'The oldest first',
          hint: 'What is more than outstanding is kept as credit.',
        },
        {
          value: 'chosen',
          text: 'Those that I tick',
          hint: 'In this order.',
          conditional: (
            <Checkboxes
              {...field(form, 'invoiceIds')}
              fieldset={{ legend: { text: 'Invoices', classes: 'govuk-visually-hidden' } }}
              items={account.invoices.map(({ id, label, dueOn, outstandingPence }) => ({
                value: id,
                text: `${label}: ${moneyInWords(outstandingPence)} outstanding`,
                hint: `Due ${dayInWords(dueOn)}`,
              }))}
            />
          ),
        },
        { value: 'none', text: 'None: keep all of it as credit' },
      ]}
    />
  );
}
