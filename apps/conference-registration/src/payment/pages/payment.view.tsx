import { Button, field, Input, InsetText, Radios, Textarea, type Form } from '#ui';
import { costOfBooking } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { totalInWords } from '../../booking-page/pages/cost.js';

/** The form on how a booking is paid. */
export function PaymentView({ open, form }: { readonly open: OpenBooking; readonly form: Form }) {
  const { booking, path, catalogue } = open;
  const days = catalogue.conference.paymentDays;
  return (
    <>
      <span class="govuk-caption-l">{catalogue.conference.title}</span>
      <h1 class="govuk-heading-xl">How it is paid</h1>
      <InsetText>{totalInWords(costOfBooking(open))}</InsetText>
      <form method="post" action={`${path}/payment`} novalidate>
        <Radios
          {...field(form, 'payment')}
          fieldset={{ legend: { text: 'Payment', classes: 'govuk-fieldset__legend--m' } }}
          items={[
            {
              value: 'invoice',
              text:
                booking.bookedFor === 'organisation'
                  ? `By invoice to ${booking.organisationName}`
                  : 'By invoice',
              hint: `The invoice is due ${days} days after you confirm.`,
              conditional: <PurchaseOrder open={open} form={form} />,
            },
            {
              value: 'transfer',
              text: 'By bank transfer from me',
              hint: 'You get an invoice with the account and the reference to use.',
            },
          ]}
        />
        <h2 class="govuk-heading-m">Whom the invoice is made out to</h2>
        <Input {...field(form, 'billTo.name')} label="Name" autocomplete="off" />
        <Textarea
          {...field(form, 'billTo.address')}
          label="Address"
          rows={4}
          autocomplete={booking.bookedFor === 'organisation' ? 'off' : 'street-address'}
        />
        <Input
          {...field(form, 'billTo.email')}
          label="Email address for the invoice (optional)"
          hint="If it should go to somebody else than you."
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <Button preventDoubleClick>Save and continue</Button>
      </form>
    </>
  );
}

function PurchaseOrder({ open, form }: { readonly open: OpenBooking; readonly form: Form }) {
  return (
    <Input
      {...field(form, 'purchaseOrder')}
      label="Purchase order number (optional)"
      hint={
        open.booking.purchaseOrderRequired
          ? `${open.booking.organisationName} wants one on its invoices. If you do not have it yet, enter it later: we will remind you.`
          : 'If you need one on the invoice and do not have it yet, enter it later.'
      }
      classes="govuk-input--width-20"
      autocomplete="off"
    />
  );
}
