import { InsetText, momentInWords, plural, WarningText } from '#ui';
import { CalledOff } from '../../catalogue/pages/booking-call.js';
import { ChangesPart } from '../../changing/pages/changes-part.js';
import type { DoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { DoubleBookingsPart } from '../../double-bookings/pages/double-bookings-part.js';
import { changesUntilOf, whenOf, whereOf } from '../../confirming/conference-words.js';
import type { BankAccount } from '../bank-account.js';
import type { BookingDocument } from '../read-booking-documents.js';
import { currentDelegates } from '../booking-details.js';
import type { OpenBooking } from '../booking-frame.js';
import { AgreedPart } from './agreed-part.js';
import { DelegatesPart } from './delegates-part.js';
import { MoneyPart } from './money-part.js';

export interface ConfirmedViewProps {
  readonly open: OpenBooking;
  readonly documents: readonly BookingDocument[];
  /** Where money is paid to. */
  readonly account: BankAccount;
  readonly doubleBookings: DoubleBookings;
}

/** A booking that is confirmed, waits to be accepted, or was given up. */
export function ConfirmedView({ open, documents, account, doubleBookings }: ConfirmedViewProps) {
  const { booking, catalogue } = open;
  const { conference } = catalogue;
  return (
    <>
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-xl">
        Booking <span class="cn-whole">{booking.reference}</span>
      </h1>
      {conference.status === 'cancelled' && booking.status !== 'cancelled' && (
        <CalledOff conference={conference} />
      )}
      <Standing open={open} />
      <p class="govuk-body">
        {whenOf(conference)}
        <br />
        {whereOf(catalogue)}
      </p>
      <DelegatesPart open={open} />
      <DoubleBookingsPart
        delegates={open.delegates.map(({ delegate }) => delegate)}
        doubleBookings={doubleBookings}
      />
      <ChangesPart open={open} />
      <MoneyPart open={open} documents={documents} account={account} />
      <AgreedPart open={open} />
    </>
  );
}

function Standing({ open }: { readonly open: OpenBooking }) {
  const { booking, catalogue } = open;
  const number = plural(currentDelegates(open).length, 'delegate');
  if (booking.status === 'cancelled') {
    return (
      <WarningText>
        {catalogue.conference.status === 'cancelled' ? 'The conference is cancelled. ' : ''}
        {booking.confirmedAt === null ? 'This booking was given up' : 'This booking is cancelled'}
        {booking.cancelledAt === null ? '' : ` on ${momentInWords(booking.cancelledAt)}`}.
      </WarningText>
    );
  }
  const since = booking.confirmedAt === null ? '' : ` on ${momentInWords(booking.confirmedAt)}`;
  const until = changesUntilOf(catalogue.conference);
  return (
    <InsetText>
      {booking.status === 'applied' ? (
        <>
          <strong>Applied for {number}</strong>
          {since}. We write to you when we have decided.
        </>
      ) : (
        <>
          <strong>Confirmed for {number}</strong>
          {since}.
        </>
      )}{' '}
      {booking.bookedFor === 'organisation' ? `For ${booking.organisationName}. ` : ''}
      {until === null || catalogue.conference.status === 'cancelled'
        ? ''
        : `It can be changed until ${until}.`}
    </InsetText>
  );
}
