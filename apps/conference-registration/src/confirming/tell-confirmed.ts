import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import type { BookingRow } from '../bookings/booking.entity.js';

/** A booking as other apps may know it. */
export const bookingFactsOf = (
  booking: BookingRow,
  status: 'applied' | 'confirmed' | 'cancelled',
  delegates: number,
) => ({
  id: booking.id,
  reference: booking.reference,
  conferenceId: booking.conferenceId,
  organisationId: booking.organisationId,
  delegates,
  status,
  version: booking.version,
});

/** A delegate as other apps may know them. */
export const delegateFactsOf = (
  { delegate, ticket }: Pick<BookedDelegate, 'delegate' | 'ticket'>,
  organisationId: string | null,
) => {
  const { id, conferenceId, bookingId, personId, version } = delegate;
  const days = ticket?.ticketType.days ?? [];
  return {
    id,
    conferenceId,
    bookingId,
    personId,
    organisationId,
    version,
    ...(days.length > 0 && { days: [...days] }),
  };
};

/** What other apps are told of a confirmed booking. @param details as they are once it is confirmed */
export const bookingConfirmed = ({ booking, delegates }: BookingDetails, correlationId: string) => ({
  type: 'conference-registration.booking-confirmed.v1' as const,
  aggregate: { id: booking.id, version: booking.version },
  correlationId,
  payload: bookingFactsOf(
    booking,
    booking.status === 'applied' ? 'applied' : 'confirmed',
    delegates.filter(isConfirmed).length,
  ),
});

/** What they are told of each who takes part by it. */
export const delegatesConfirmed = ({ booking, delegates }: BookingDetails, correlationId: string) =>
  delegates.filter(isConfirmed).map((booked) => ({
    type: 'conference-registration.delegate-confirmed.v1' as const,
    aggregate: { id: booked.delegate.id, version: booked.delegate.version },
    correlationId,
    payload: delegateFactsOf(booked, booking.organisationId),
  }));

const isConfirmed = ({ delegate }: BookedDelegate): boolean => delegate.status === 'confirmed';
