import { field, FormPage, Input, listInWords, Radios, type Form } from '#ui';
import { bookingPath } from '../../../bookings/addresses.js';
import { purchaseOrderPath } from '../../addresses.js';
import type { OtherOrder } from '../find-other-orders.js';

export interface PurchaseOrderProps {
  /** The booking's reference, or a guest's secret. */
  readonly bookingKey: string;
  readonly booking: { readonly reference: string; readonly purchaseOrder: string | null };
  /** Invoices without the number that the booking has. */
  readonly invoices: readonly OtherOrder[];
  readonly form: Form;
}

/** The purchase order's number, and whether invoices are to have it. */
export function PurchaseOrderView({ bookingKey, booking, invoices, form }: PurchaseOrderProps) {
  const labels = listInWords(invoices.map(({ label }) => label));
  const one = invoices.length === 1;
  return (
    <FormPage
      heading={booking.purchaseOrder === null ? 'Enter the purchase order' : 'Change the purchase order'}
      action={purchaseOrderPath(bookingKey)}
      form={form}
      saveLabel="Save the purchase order"
      cancelPath={bookingPath(bookingKey)}
    >
      <Input
        label="Number of the purchase order"
        hint={`Your organisation’s own, for booking ${booking.reference}`}
        classes="govuk-input--width-20"
        spellcheck={false}
        autocomplete="off"
        {...field(form, 'purchaseOrder')}
      />
      {invoices.length > 0 && (
        <Radios
          {...field(form, 'again')}
          fieldset={{
            legend: {
              text: `Is the number to stand on ${one ? 'the invoice' : 'the invoices'}?`,
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          items={[
            {
              value: 'no',
              text: `No, keep ${labels} as ${one ? 'it is' : 'they are'}`,
              hint: 'We note the number with the booking.',
            },
            {
              value: 'yes',
              text: `Yes, issue ${labels} again with the number`,
              hint: `An issued invoice never changes: a credit note takes back ${one ? 'the old one' : 'the old ones'}, and what was paid counts for the new.`,
            },
          ]}
        />
      )}
    </FormPage>
  );
}
