import { SummaryList } from '#ui';
import { placesOf, ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { delegatePath } from '../../delegates/addresses.js';
import { answerRows } from './answer-rows.js';

interface DelegateCardProps {
  readonly open: OpenBooking;
  readonly booked: BookedDelegate;
}

/** One delegate with all that was filled in, and where to change it. */
export function DelegateCard({ open, booked }: DelegateCardProps) {
  const { delegate, answers } = booked;
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(booked) } as const;
  const organisation = delegate.badgeOrganisation ?? open.booking.organisationName;
  return (
    <SummaryList
      card={{
        title: nameOf(booked),
        actions: { items: [{ href: delegatePath(open.key, delegate.number), text: 'Change' }] },
      }}
      rows={[
        ...placesOf(booked).map((place) => ({
          key: place.ticketType.kind === 'ticket' ? 'Ticket' : 'Added',
          value: `${place.ticketType.name}: ${placePriceInWords(place)}`,
        })),
        { key: 'Email address', value: delegate.email ?? 'None: they get no mail from us' },
        delegate.phone !== null && { key: 'Telephone', value: delegate.phone },
        delegate.jobTitle !== null && { key: 'Job title or role', value: delegate.jobTitle },
        organisation !== '' && { key: 'On the badge', value: organisation },
        ...answerRows(open.catalogue.questions, asked, answers, open.path, booked.withheld),
      ]}
    />
  );
}
