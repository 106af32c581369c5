import { BreakableEmail, listInWords, ResponsiveTable } from '#ui';
import { placesOf, type BookedDelegate, type BookingDetails } from '../../../booking-page/booking-details.js';
import { changeDelegatePath } from '../../../changing/addresses.js';
import { delegatePath } from '../../../delegates/addresses.js';
import { mailsToPath, moveDelegatePath } from '../../addresses.js';
import type { BookingRow } from '../../../bookings/booking.entity.js';
import { DelegateTag } from '../../status-tags.js';

/** Those in a booking, cancelled ones too. */
export function DelegatesPart({ details }: { readonly details: BookingDetails }) {
  const { booking, delegates } = details;
  return (
    <ResponsiveTable
      caption="Delegates"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'name', heading: 'Delegate' },
        { key: 'has', heading: 'Has' },
        { key: 'state', heading: 'Status' },
        { key: 'act', heading: 'Actions' },
      ]}
      rows={delegates.map((booked) => [
        <Who booked={booked} />,
        listInWords(placesOf(booked).map(({ ticketType }) => ticketType.name)) || 'Nothing',
        <>
          <DelegateTag status={booked.delegate.status} />
          {booked.delegate.statusReason !== null && (
            <>
              <br />
              {booked.delegate.statusReason}
            </>
          )}
        </>,
        <Act booking={booking} booked={booked} />,
      ])}
    />
  );
}

function Who({ booked: { delegate } }: { readonly booked: BookedDelegate }) {
  return (
    <>
      <bdi>{delegate.name === '' ? `Delegate ${delegate.number}, not named yet` : delegate.name}</bdi>
      {[delegate.email, delegate.phone, delegate.jobTitle, delegate.badgeOrganisation].map(
        (line) =>
          line !== null && (
            <>
              <br />
              <span class="cn-quiet">
                {line === delegate.email ? <BreakableEmail address={line} /> : <bdi>{line}</bdi>}
              </span>
            </>
          ),
      )}
    </>
  );
}

interface ActProps {
  readonly booking: BookingRow;
  readonly booked: BookedDelegate;
}

const nameFor = ({ name, number }: BookedDelegate['delegate']): string => name || `delegate ${number}`;

function Act({ booking, booked: { delegate } }: ActProps) {
  const { reference } = booking;
  const isConfirmed = booking.status === 'confirmed' || booking.status === 'applied';
  const { number, status, personId, email } = delegate;
  const isGone = status === 'cancelled' || status === 'declined';
  return (
    <ul class="govuk-list">
      {!isGone && (
        <li>
          <a
            class="govuk-link"
            href={isConfirmed ? changeDelegatePath(reference, number) : delegatePath(reference, number)}
          >
            Open or change<span class="govuk-visually-hidden">: {nameFor(delegate)}</span>
          </a>
        </li>
      )}
      {!isGone && isConfirmed && booking.bookedFor === 'organisation' && (
        <li>
          <a class="govuk-link" href={moveDelegatePath(reference, number)}>
            Move to another booking<span class="govuk-visually-hidden">: {nameFor(delegate)}</span>
          </a>
        </li>
      )}
      {email !== null && (
        <li>
          <a class="govuk-link" href={mailsToPath(personId, email)}>
            See mails sent to them<span class="govuk-visually-hidden">: {nameFor(delegate)}</span>
          </a>
        </li>
      )}
    </ul>
  );
}
