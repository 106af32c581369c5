import { Button, Checkboxes, field, HiddenFields, moneyInWords, SummaryList, type Form } from '#ui';
import { costOfBooking } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { RefundRules, Terms } from '../../booking-page/pages/agreed-part.js';
import { BillTo } from '../../booking-page/pages/money-part.js';
import { bookingQuestions } from '../../booking-page/still-missing.js';
import { paymentWords } from '../../payment/domain/payment-details.js';
import { changesUntilOf, whenOf, whereOf } from '../conference-words.js';
import { answerRows } from './answer-rows.js';
import { DelegateCard } from './delegate-card.js';

/** Everything in a booking once more, with what it costs, the refund rules and the terms; then the button. */
export function CheckView({ open, form }: { readonly open: OpenBooking; readonly form: Form }) {
  const { catalogue, delegates, path } = open;
  const { conference } = catalogue;
  const { grossPence } = costOfBooking(open);
  const isApplication = delegates.every(({ ticket }) => ticket?.ticketType.needsApproval === true);
  const until = changesUntilOf(conference);
  return (
    <>
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-xl">Check your answers</h1>
      <p class="govuk-body">
        {whenOf(conference)}
        <br />
        {whereOf(catalogue)}
      </p>
      {delegates.map((delegate) => (
        <DelegateCard key={delegate.delegate.id} open={open} booked={delegate} />
      ))}
      <AboutCard open={open} />
      <Costs open={open} />
      <h2 class="govuk-heading-m">If you cancel</h2>
      <RefundRules conference={conference} />
      <p class="govuk-body">
        {until === null
          ? 'You can change names and answers afterwards.'
          : `You can change names and answers until ${until}.`}
      </p>
      <h2 class="govuk-heading-m">Terms</h2>
      <Terms conference={conference} />
      <form method="post" action={`${path}/confirm`} novalidate>
        <HiddenFields values={{ total: String(grossPence) }} />
        <Checkboxes
          {...field(form, 'terms')}
          items={[{ value: 'yes', text: 'I accept the terms and the refund rules' }]}
        />
        <Button preventDoubleClick>{confirmWords(isApplication, delegates.length, grossPence)}</Button>
      </form>
    </>
  );
}

function confirmWords(isApplication: boolean, delegates: number, grossPence: number): string {
  const places = delegates === 1 ? 'one place' : `${delegates} places`;
  if (isApplication) return `Apply for ${places}`;
  return grossPence === 0 ? `Book ${places}` : `Book ${places} for ${moneyInWords(grossPence)}`;
}

function AboutCard({ open }: { readonly open: OpenBooking }) {
  const { booking, path, answers } = open;
  const { asked } = bookingQuestions(open);
  const change = (what: string) => ({
    items: [{ href: `${path}/questions`, text: 'Change', visuallyHiddenText: what }],
  });
  return (
    <SummaryList
      card={{ title: 'About the booking' }}
      rows={[
        { key: 'Booked by', value: `${booking.bookerName}, ${booking.bookerEmail}` },
        booking.bookedFor === 'organisation' && { key: 'For', value: booking.organisationName },
        {
          key: 'Telephone',
          value: booking.bookerPhone ?? 'None',
          actions: change('your telephone number'),
        },
        ...answerRows(open.catalogue.questions, asked, answers, open.path).map((row) => ({
          ...row,
          actions: change(row.key),
        })),
      ]}
    />
  );
}

function Costs({ open }: { readonly open: OpenBooking }) {
  const { booking, path } = open;
  const { netPence, vatPence, grossPence } = costOfBooking(open);
  const change = (what: string) => ({
    items: [{ href: `${path}/payment`, text: 'Change', visuallyHiddenText: what }],
  });
  if (grossPence === 0) {
    return <SummaryList card={{ title: 'Payment' }} rows={[{ key: 'Total', value: 'Nothing to pay' }]} />;
  }
  return (
    <SummaryList
      card={{ title: 'Payment' }}
      rows={[
        { key: 'Before VAT', value: moneyInWords(netPence) },
        { key: 'VAT', value: moneyInWords(vatPence) },
        { key: 'Total', value: <strong>{moneyInWords(grossPence)}</strong> },
        booking.payment !== null && {
          key: 'Payment',
          value: paymentWords[booking.payment],
          actions: change('how it is paid'),
        },
        booking.payment === 'invoice' && {
          key: 'Purchase order',
          value:
            booking.purchaseOrder ??
            (booking.purchaseOrderRequired ? 'Needed: you can enter it later' : 'None'),
          actions: change('the purchase order number'),
        },
        { key: 'Invoice to', value: <BillTo open={open} />, actions: change('whom the invoice goes to') },
      ]}
    />
  );
}
