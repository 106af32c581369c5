import {
  FormErrors,
  momentInWords,
  moneyInWords,
  plural,
  SummaryList,
  type Form,
  type SummaryListRow,
} from '#ui';
import { costOfBooking, type BookingDetails } from '../../../booking-page/booking-details.js';
import type { BookingRow } from '../../../bookings/booking.entity.js';
import { bookingPath } from '../../../bookings/addresses.js';
import { categoryTitles } from '../../../members/domain/organisation.js';
import { addToBookingPath } from '../../../changing/addresses.js';
import { DoubleBookingsPart } from '../../../double-bookings/pages/double-bookings-part.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { customersPath } from '../../../money/addresses.js';
import { actForPath, mailsToPath } from '../../addresses.js';
import { BookingTag } from '../../status-tags.js';
import type { StaffBooking, WaitedFor } from '../read-staff-booking.js';
import { DelegatesPart } from './delegates-part.js';
import { DocumentsPart } from './documents-part.js';
import { HistoryPart } from './history-part.js';
import { NotesPart } from './notes-part.js';

export interface StaffBookingProps extends StaffBooking {
  /** The form of a new note. */
  readonly note: Form;
  readonly token: string;
}

export function StaffBookingView(props: StaffBookingProps) {
  const { details, doubleBookings, documents, history, notes, waited, note, token } = props;
  const { booking, catalogue } = details;
  const outstandingPence = documents.reduce((sum, each) => sum + each.outstandingPence, 0);
  return (
    <>
      <FormErrors form={note} />
      <span class="govuk-caption-xl">
        <a class="govuk-link" href={manageConferencePath(booking.conferenceId, 'dashboard')}>
          {catalogue.conference.title}
        </a>
      </span>
      <h1 class="govuk-heading-xl">Booking {booking.reference}</h1>
      <p class="govuk-body">
        <BookingTag status={booking.status} />
      </p>
      <Actions details={details} outstandingPence={outstandingPence} />
      <SummaryList rows={rows(details, waited, outstandingPence)} />
      <DelegatesPart details={details} />
      <DoubleBookingsPart
        delegates={details.delegates.map(({ delegate }) => delegate)}
        doubleBookings={doubleBookings}
      />
      <DocumentsPart reference={booking.reference} documents={documents} />
      <NotesPart
        reference={booking.reference}
        notes={notes}
        form={note}
        token={token}
        zone={catalogue.conference.zone}
      />
      <HistoryPart history={history} zone={catalogue.conference.zone} />
    </>
  );
}

interface ActionsProps {
  readonly details: BookingDetails;
  readonly outstandingPence: number;
}

function Actions({ details: { booking }, outstandingPence }: ActionsProps) {
  const { reference, status, bookerPersonId, bookerEmail } = booking;
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        What you can do
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={bookingPath(reference)}>
            Open the booking as its booker sees it
          </a>
          : you can fill in, change, add and cancel all that they can, also after the last day for changes.
        </li>
        {(status === 'confirmed' || status === 'applied') && (
          <li>
            <a class="govuk-link" href={addToBookingPath(reference)}>
              Add delegates
            </a>
            , also over a limit, with a reason that is kept in the history.
          </li>
        )}
        {outstandingPence > 0 && (
          <li>
            <a
              class="govuk-link"
              href={`${customersPath}?${new URLSearchParams({ q: reference }).toString()}`}
            >
              Record a payment
            </a>
            : {moneyInWords(outstandingPence)} is still to be paid.
          </li>
        )}
        {bookerPersonId !== null && (
          <li>
            <a class="govuk-link" href={actForPath(bookerPersonId)}>
              Act for {booking.bookerName}
            </a>
            , to begin another booking in their name.
          </li>
        )}
        {(bookerPersonId !== null || bookerEmail !== '') && (
          <li>
            <a class="govuk-link" href={mailsToPath(bookerPersonId, bookerEmail)}>
              See what mails they have had
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Whom it is for: an organisation by its name, somebody who booked for themselves in words. */
function forWhom({
  bookedFor,
  organisationName,
}: Pick<BookingRow, 'bookedFor' | 'organisationName'>): string {
  if (bookedFor === 'organisation') return organisationName;
  const words = bookedFor === 'self' ? 'Themselves' : 'Themselves, as a guest without an account';
  return organisationName === '' ? words : `${words}, of ${organisationName}`;
}

function rows(
  details: BookingDetails,
  waited: WaitedFor | null,
  outstandingPence: number,
): readonly SummaryListRow[] {
  const { booking, catalogue } = details;
  const { zone } = catalogue.conference;
  const code = catalogue.codes.find(({ id }) => id === booking.codeId)?.code;
  const cost = costOfBooking(details);
  const text = (key: string, value: string | null | undefined | false): SummaryListRow[] =>
    value ? [{ key, value }] : [];
  return [
    { key: 'Booked by', value: <Booker {...booking} /> },
    { key: 'For', value: <bdi>{forWhom(booking)}</bdi> },
    { key: 'Price category', value: categoryTitles[booking.category] },
    ...text('Code', code),
    { key: 'Costs', value: costInWords(cost) },
    ...text('Still to be paid', outstandingPence > 0 && moneyInWords(outstandingPence)),
    ...text(
      'Invoice to',
      booking.billTo && [booking.billTo.name, ...booking.billTo.address.split('\n')].join(', '),
    ),
    {
      key: 'Purchase order',
      value: booking.purchaseOrder ?? (booking.purchaseOrderRequired ? 'Missing' : 'None'),
    },
    ...text(
      'From the waiting list',
      waited && `Joined ${momentInWords(waited.joinedAt, zone)}; ${plural(waited.places, 'place')} offered`,
    ),
    { key: 'Begun', value: momentInWords(booking.createdAt, zone) },
    ...text(
      'Places kept until',
      booking.status === 'held' && booking.heldUntil && momentInWords(booking.heldUntil, zone),
    ),
    ...text('Confirmed', booking.confirmedAt && momentInWords(booking.confirmedAt, zone)),
    ...text('Cancelled', booking.cancelledAt && momentInWords(booking.cancelledAt, zone)),
  ];
}

/** "£636.00 (£530.00 plus £106.00 VAT)" */
function costInWords({ netPence, vatPence, grossPence }: ReturnType<typeof costOfBooking>): string {
  if (grossPence === 0) return 'Nothing';
  const gross = moneyInWords(grossPence);
  return vatPence === 0
    ? `${gross}, no VAT`
    : `${gross} (${moneyInWords(netPence)} plus ${moneyInWords(vatPence)} VAT)`;
}

interface BookerProps {
  readonly bookerName: string;
  readonly bookerEmail: string;
  readonly bookerPhone: string | null;
}

function Booker({ bookerName, bookerEmail, bookerPhone }: BookerProps) {
  return (
    <>
      <bdi>{bookerName}</bdi>
      {bookerEmail !== '' && (
        <>
          <br />
          <a class="govuk-link" href={`mailto:${bookerEmail}`}>
            {bookerEmail}
          </a>
        </>
      )}
      {bookerPhone !== null && (
        <>
          <br />
          {bookerPhone}
        </>
      )}
    </>
  );
}
