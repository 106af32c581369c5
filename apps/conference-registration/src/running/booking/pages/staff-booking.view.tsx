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
import type { BookedFor } from '../../../bookings/domain/booking.js';
import { bookingPath } from '../../../bookings/addresses.js';
import { addToBookingPath } from '../../../changing/addresses.js';
import { manageConferencePath } from '../../../manage/addresses.js';
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
  const { details, documents, history, notes, waited, note, token } = props;
  const { booking, catalogue } = details;
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
      <Actions details={details} />
      <SummaryList rows={rows(details, waited)} />
      <DelegatesPart details={details} />
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

function Actions({ details: { booking } }: { readonly details: BookingDetails }) {
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

const bookedForWords: Readonly<Record<BookedFor, string>> = {
  organisation: 'their organisation',
  self: 'themselves',
  guest: 'themselves, as a guest without an account',
};

function rows(details: BookingDetails, waited: WaitedFor | null): readonly SummaryListRow[] {
  const { booking, catalogue } = details;
  const { zone } = catalogue.conference;
  const code = catalogue.codes.find(({ id }) => id === booking.codeId)?.code;
  const cost = costOfBooking(details);
  const text = (key: string, value: string | null | undefined | false): SummaryListRow[] =>
    value ? [{ key, value }] : [];
  return [
    { key: 'Booked by', value: <Booker {...booking} /> },
    { key: 'For', value: bookedForWords[booking.bookedFor] },
    ...text('Organisation', booking.organisationName),
    ...text('Price category', booking.category),
    ...text('Code', code),
    {
      key: 'Costs',
      value: `${moneyInWords(cost.netPence)} plus ${moneyInWords(cost.vatPence)} VAT: ${moneyInWords(cost.grossPence)}`,
    },
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
