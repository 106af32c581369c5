import { homeZone } from '#checks';
import { moneyInWords, ResponsiveTable, Tag, Tags } from '#ui';
import { dayOf } from '../../../manage/day-of.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { staffBookingPath } from '../../addresses.js';
import { BookingTag } from '../../status-tags.js';
import type { ListedBooking } from '../find-bookings.js';

export interface BookingsTableProps {
  readonly caption: string;
  readonly bookings: readonly ListedBooking[];
  /** IANA zone of the times; without it, the network's own. */
  readonly zone?: string;
  /** Where the list is of several conferences. */
  readonly withConference?: boolean;
}

/** Bookings, a line each, with the way to each of them. */
export function BookingsTable({
  caption,
  bookings,
  zone = homeZone,
  withConference = false,
}: BookingsTableProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-table__caption--s"
      isWide
      columns={[
        { key: 'reference', heading: 'Booking' },
        { key: 'for', heading: 'For' },
        ...(withConference ? [{ key: 'conference', heading: 'Conference' }] : []),
        { key: 'delegates', heading: 'Delegates', format: 'numeric' },
        { key: 'state', heading: 'Status' },
        { key: 'outstanding', heading: 'To be paid', format: 'numeric' },
        { key: 'begun', heading: 'Begun' },
      ]}
      rows={bookings.map((booking) => [
        <a class="govuk-link cn-one-line" href={staffBookingPath(booking.reference)}>
          {booking.reference}
        </a>,
        <For booking={booking} />,
        ...(withConference
          ? [
              <a class="govuk-link" href={manageConferencePath(booking.conferenceId, 'dashboard')}>
                {booking.conference}
              </a>,
            ]
          : []),
        String(booking.delegates),
        <Tags>
          <BookingTag status={booking.status} />
          {booking.isOrderMissing && <Tag colour="yellow">No purchase order</Tag>}
        </Tags>,
        moneyInWords(booking.outstandingPence),
        <span class="cn-one-line">{dayOf(booking.createdAt, zone)}</span>,
      ])}
    />
  );
}

function For({ booking: { organisationName, bookerName, code } }: { readonly booking: ListedBooking }) {
  const names = [organisationName, bookerName].filter((name) => name !== '');
  return (
    <>
      <bdi>{names[0]}</bdi>
      {names.length > 1 && (
        <>
          <br />
          <span class="cn-quiet">
            <bdi>{names[1]}</bdi>
          </span>
        </>
      )}
      {code !== null && (
        <>
          <br />
          <span class="cn-quiet">Code {code}</span>
        </>
      )}
    </>
  );
}
