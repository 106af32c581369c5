import { commitmentInWords } from '#elsewhere';
import { BreakableEmail, ResponsiveTable, Tag, Tags } from '#ui';
import type { DoubleBookings } from '../../../double-bookings/find-double-bookings.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { staffBookingPath } from '../../addresses.js';
import { DelegateTag } from '../../status-tags.js';
import type { ListedDelegate } from '../find-delegates.js';

export interface DelegatesTableProps {
  readonly caption: string;
  readonly delegates: readonly ListedDelegate[];
  readonly doubleBookings?: DoubleBookings;
  /** Where the list is of several conferences. */
  readonly withConference?: boolean;
}

/** Delegates, a line each, with the way to the booking of each. */
export function DelegatesTable({
  caption,
  delegates,
  doubleBookings,
  withConference = false,
}: DelegatesTableProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-table__caption--s"
      isWide
      isBrief
      columns={[
        { key: 'name', heading: 'Delegate' },
        { key: 'organisation', heading: 'Organisation' },
        ...(withConference ? [{ key: 'conference', heading: 'Conference' }] : []),
        { key: 'tickets', heading: 'Has' },
        { key: 'state', heading: 'Status' },
        { key: 'booking', heading: 'Booking' },
      ]}
      rows={delegates.map((delegate) => [
        <>
          <bdi>{nameOf(delegate)}</bdi>
          {delegate.email !== null && (
            <>
              <br />
              <span class="cn-quiet">
                <BreakableEmail address={delegate.email} />
              </span>
            </>
          )}
          {doubleBookings?.get(delegate.id)?.map((shift) => (
            <>
              <br />
              <span class="cn-quiet">Also {commitmentInWords(shift)}</span>
            </>
          ))}
        </>,
        <bdi>{delegate.organisation}</bdi>,
        ...(withConference
          ? [
              <a class="govuk-link" href={manageConferencePath(delegate.conferenceId, 'dashboard')}>
                {delegate.conference}
              </a>,
            ]
          : []),
        delegate.tickets.join(', '),
        <Tags>
          <DelegateTag status={delegate.status} />
          {delegate.isOrderMissing && <Tag colour="yellow">No purchase order</Tag>}
          {doubleBookings?.has(delegate.id) && <Tag colour="orange">Booked twice</Tag>}
        </Tags>,
        <a class="govuk-link cn-one-line" href={staffBookingPath(delegate.reference)}>
          {delegate.reference}
        </a>,
      ])}
    />
  );
}

const nameOf = ({ name, number }: ListedDelegate): string =>
  name === '' ? `Delegate ${number}, not named yet` : name;
