import { ResponsiveTable, Tag, type TagColour } from '#ui';
import type { DelegateStatus } from '../../bookings/domain/booking.js';
import { changeDelegatePath } from '../../changing/addresses.js';
import { whyUnchangeable } from '../../changing/may-change.js';
import { currentDelegates, placesOf, type BookedDelegate } from '../booking-details.js';
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
  const isChangeable = whyUnchangeable(open, open.actor.identity, open.now) === null;
  const current = isChangeable ? currentDelegates(open) : [];
  // Where all are confirmed, as the page says above, none need say so again.
  const isMixed = open.delegates.some(({ delegate }) => delegate.status !== 'confirmed');
  return (
    <section aria-labelledby="delegates">
      <h2 class="govuk-heading-m" id="delegates">
        Delegates
      </h2>
      <ResponsiveTable
        isBrief
        caption="Who is booked, with what"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'name', heading: 'Name' },
          { key: 'tickets', heading: 'Ticket and add-ons' },
          { key: 'mail', heading: 'Mail goes to' },
          ...(isMixed ? [{ key: 'status', heading: 'State' }] : []),
        ]}
        rows={open.delegates.map((booked) => [
          current.includes(booked) ? <ChangeLink open={open} booked={booked} /> : nameOf(booked),
          placesOf(booked)
            .map(({ ticketType }) => ticketType.name)
            .join(', ') || 'No ticket',
          booked.delegate.email ?? 'No email address',
          ...(isMixed ? [<DelegateTag status={booked.delegate.status} />] : []),
        ])}
      />
    </section>
  );
}

/** The way to what can be changed of a delegate. */
function ChangeLink({ open, booked }: { readonly open: OpenBooking; readonly booked: BookedDelegate }) {
  return (
    <a class="govuk-link" href={changeDelegatePath(open.key, booked.delegate.number)}>
      {nameOf(booked)}
    </a>
  );
}
