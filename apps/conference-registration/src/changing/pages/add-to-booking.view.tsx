import {
  Button,
  ButtonGroup,
  field,
  HiddenFields,
  plural,
  ResponsiveTable,
  SummaryList,
  Textarea,
  type Form,
  type SubmittedValues,
} from '#ui';
import { placesOf } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { TicketFields } from '../../delegates/pages/delegate-form.js';
import type { TicketChoices } from '../../delegates/ticket-choices.js';
import { addToBookingPath } from '../addresses.js';
import type { Added } from '../add-to-booking.js';
import { amountInWords } from '../change-words.js';
import { OverrideField } from './change-frame.js';

interface AddToBookingProps {
  readonly open: OpenBooking;
  readonly choices: TicketChoices;
  readonly form: Form;
}

/** Who is to be added, and with which tickets. */
export function AddToBookingView({ open, choices, form }: AddToBookingProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Add delegates</h1>
      <p class="govuk-body">
        They pay today’s prices, on an invoice of their own. The next page says what that comes to, before
        anything is booked. They answer their questions afterwards, with a link that we mail them, or you do.
      </p>
      <form method="post" action={addToBookingPath(open.key)} novalidate>
        <Textarea
          {...field(form, 'list')}
          label={{ text: 'Who is to be added?', classes: 'govuk-label--m' }}
          hint="Each on a line of their own, with their email address: Ada Sample, ada@example.org. Rows of a spreadsheet do as well."
          rows={4}
          autocomplete="off"
          spellcheck={false}
        />
        <TicketFields form={form} choices={choices} />
        <OverrideField open={open} form={form} />
        <Button preventDoubleClick>Continue</Button>
      </form>
    </>
  );
}

interface AddCheckProps {
  readonly open: OpenBooking;
  readonly trial: Pick<Added, 'delegates' | 'cost'>;
  /** The form before, which goes along. */
  readonly values: SubmittedValues;
}

/** Who would be added, with what, and what it costs. */
export function AddCheckView({ open, trial, values }: AddCheckProps) {
  const { delegates, cost } = trial;
  const applicants = delegates.filter(({ delegate }) => delegate.status === 'applied').length;
  return (
    <>
      <h1 class="govuk-heading-xl">Add {plural(delegates.length, 'delegate')}?</h1>
      <ResponsiveTable
        caption="Who is added, with what"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'name', heading: 'Name' },
          { key: 'mail', heading: 'Mail goes to' },
          { key: 'what', heading: 'Ticket and add-ons' },
        ]}
        rows={delegates.map((booked) => [
          booked.delegate.name,
          booked.delegate.email ?? 'Nobody: they have no address here',
          placesOf(booked)
            .map((place) => `${place.ticketType.name}: ${placePriceInWords(place)}`)
            .join('; '),
        ])}
      />
      <SummaryList rows={[{ key: 'On a new invoice', value: amountInWords(cost) }]} />
      {applicants > 0 && (
        <p class="govuk-body">
          Staff decide on {plural(applicants, 'application')}; there is nothing to pay for{' '}
          {applicants === 1 ? 'it' : 'them'} until then.
        </p>
      )}
      <form method="post" action={addToBookingPath(open.key)} novalidate>
        <HiddenFields values={{ ...values, invoicePence: String(cost.grossPence), creditPence: '0' }} />
        <ButtonGroup>
          <Button preventDoubleClick>Add {delegates.length === 1 ? 'the delegate' : 'the delegates'}</Button>
          <a class="govuk-link" href={open.path}>
            Add nobody
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
