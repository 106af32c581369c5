import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import type { BookingDetails } from '../booking-page/booking-details.js';
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

/** Tells other apps of a confirmed booking and of those who take part by it. */
@Injectable()
export class TellConfirmed {
  constructor(private readonly outbox: Outbox) {}

  /** @param details as they are once it is confirmed */
  async run(
    manager: EntityManager,
    { booking, delegates }: BookingDetails,
    correlationId: string,
  ): Promise<void> {
    const confirmed = delegates.filter(({ delegate }) => delegate.status === 'confirmed');
    await this.outbox.add(manager, {
      type: 'conference-registration.booking-confirmed.v1',
      aggregate: { id: booking.id, version: booking.version },
      correlationId,
      payload: bookingFactsOf(
        booking,
        booking.status === 'applied' ? 'applied' : 'confirmed',
        confirmed.length,
      ),
    });
    await this.outbox.addAll(
      manager,
      confirmed.map(({ delegate }) => ({
        type: 'conference-registration.delegate-confirmed.v1' as const,
        aggregate: { id: delegate.id, version: delegate.version },
        correlationId,
        payload: delegateFactsOf(delegate, booking.organisationId),
      })),
    );
  }
}
