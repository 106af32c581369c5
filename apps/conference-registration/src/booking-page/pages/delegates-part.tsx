import { ResponsiveTable, Tag, type TagColour } from '#ui';
import type { DelegateStatus } from '../../bookings/domain/booking.js';
import { placesOf } from '../booking-details.js';
import type { OpenBooking } from '../booking-frame.js';
import { nameOf } from '../still-missing.js';

const statusWords: Readonly<Record<DelegateStatus, { readonly words: string; readonly colour: TagColour }>> =
  {
    draft: { words: 'Not confirmed', colour: 'grey' },
    applied: { words: 'Applied', colour: 'yellow' },
    reserve: { words: 'On the reserve list', colour: 'yellow' },
    declined: { words: 'Declined', colour: 'grey' },
    confirmed: { words: 'Confirmed', colour: 'green' },
    cancelled: { words: 'Cancelled', colour: 'grey' },
  };

/** How a delegate stands, as a tag. */
export function DelegateTag({ status }: { readonly status: DelegateStatus }) {
  const { words, colour } = statusWords[status];
  return <Tag colour={colour}>{words}</Tag>;
}

/** Who comes, with what, and who gets mail. */
export function DelegatesPart({ open }: { readonly open: OpenBooking }) {
  return (
    <section aria-labelledby="delegates">
      <h2 class="govuk-heading-m" id="delegates">
        Delegates
      </h2>
      <ResponsiveTable
        caption="Who is booked, with what"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'name', heading: 'Name' },
          { key: 'tickets', heading: 'Ticket and add-ons' },
          { key: 'mail', heading: 'Mail goes to' },
          { key: 'status', heading: 'State' },
        ]}
        rows={open.delegates.map((booked) => [
          nameOf(booked),
          placesOf(booked)
            .map(({ ticketType }) => ticketType.name)
            .join(', ') || 'None',
          booked.delegate.email ?? 'Nobody: they have no address here',
          <DelegateTag status={booked.delegate.status} />,
        ])}
      />
    </section>
  );
}
