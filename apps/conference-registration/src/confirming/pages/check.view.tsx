import {
  Button,
  Checkboxes,
  Details,
  field,
  HiddenFields,
  moneyInWords,
  SummaryList,
  type Form,
  type SummaryListRow,
} from '#ui';
import { costOfBooking, placesOf } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { Terms } from '../../booking-page/pages/agreed-part.js';
import { BillTo } from '../../booking-page/pages/money-part.js';
import { RefundRules } from '../../catalogue/pages/refund-rules.js';
import { bookingQuestions } from '../../booking-page/still-missing.js';
import { paymentWords } from '../../payment/domain/payment-details.js';
import { changesUntilOf, whenOf, whereOf } from '../conference-words.js';
import { answerRows } from './answer-rows.js';
import { DelegateCards } from './delegate-card.js';

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
      <DelegateCards open={open} />
      <AboutCard open={open} />
      <Costs open={open} />
      <h2 class="govuk-heading-m">If you cancel</h2>
      <RefundRules steps={conference.refundSteps} />
      <p class="govuk-body">
        {until === null
          ? 'You can change names and answers afterwards.'
          : `You can change names and answers until ${until}.`}
      </p>
      <Details summaryText="Terms of booking">
        <Terms conference={conference} />
      </Details>
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
      classes="cn-compact"
      card={{ title: 'About the booking', classes: 'cn-card' }}
      rows={[
        { key: 'Booked by', value: `${booking.bookerName}, ${booking.bookerEmail}` },
        booking.bookedFor === 'organisation' && { key: 'For', value: booking.organisationName },
        {
          key: 'Telephone',
          value: booking.bookerPhone ?? 'None',
          actions: change('your telephone number'),
        },
        ...answerRows(open.catalogue.questions, asked, answers, open.path).map(({ key, value }) => ({
          key,
          value,
          actions: change(key),
        })),
      ]}
    />
  );
}

/** How many of what are bought at which price, so that a number that is wrong is seen. */
function boughtRows({ catalogue, delegates }: OpenBooking): readonly SummaryListRow[] {
  const places = delegates.flatMap(placesOf).filter(({ place }) => place.status !== 'applied');
  return catalogue.ticketTypes.flatMap(({ id, name }) => {
    const prices = places.filter(({ ticketType }) => ticketType.id === id).map(({ netPence }) => netPence);
    return [...new Set(prices)].map((pence) => {
      const number = prices.filter((each) => each === pence).length;
      return { key: `${number} × ${name}`, value: pence === 0 ? 'Free' : moneyInWords(number * pence) };
    });
  });
}

function Costs({ open }: { readonly open: OpenBooking }) {
  const { booking, path } = open;
  const { netPence, vatPence, grossPence } = costOfBooking(open);
  const change = (what: string) => ({
    items: [{ href: `${path}/payment`, text: 'Change', visuallyHiddenText: what }],
  });
  if (grossPence === 0) {
    return (
      <SummaryList
        classes="cn-compact"
        card={{ title: 'Payment', classes: 'cn-card' }}
        rows={[...boughtRows(open), { key: 'Total', value: 'Nothing to pay' }]}
      />
    );
  }
  return (
    <SummaryList
      classes="cn-compact"
      card={{ title: 'Payment', classes: 'cn-card' }}
      rows={[
        ...boughtRows(open),
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
