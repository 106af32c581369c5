import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import type { DelegateRow } from '../bookings/delegate.entity.js';

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
  { id, conferenceId, bookingId, personId, version }: DelegateRow,
  organisationId: string | null,
) => ({ id, conferenceId, bookingId, personId, organisationId, version });

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
  delegates.filter(isConfirmed).map(({ delegate }) => ({
    type: 'conference-registration.delegate-confirmed.v1' as const,
    aggregate: { id: delegate.id, version: delegate.version },
    correlationId,
    payload: delegateFactsOf(delegate, booking.organisationId),
  }));

const isConfirmed = ({ delegate }: BookedDelegate): boolean => delegate.status === 'confirmed';
