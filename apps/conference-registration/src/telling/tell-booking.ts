import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import { Outbox } from '#messaging';

type BookingFacts = PayloadOf<'conference-registration.booking-confirmed.v1'>;
type DelegateFacts = PayloadOf<'conference-registration.delegate-confirmed.v1'>;

/**
 * Tells other apps of bookings and of who takes part, with the transaction that changes them. A version must be higher than
 * any told before of the same booking or delegate: whoever hears of an older one ignores it.
 */
@Injectable()
export class TellBooking {
  constructor(private readonly outbox: Outbox) {}

  async confirmed(manager: EntityManager, booking: BookingFacts, correlationId: string): Promise<void> {
    await this.outbox.add(manager, {
      type: 'conference-registration.booking-confirmed.v1',
      ...about(booking, correlationId),
    });
  }

  async changed(manager: EntityManager, booking: BookingFacts, correlationId: string): Promise<void> {
    await this.outbox.add(manager, {
      type: 'conference-registration.booking-changed.v1',
      ...about(booking, correlationId),
    });
  }

  async cancelled(manager: EntityManager, booking: BookingFacts, correlationId: string): Promise<void> {
    await this.outbox.add(manager, {
      type: 'conference-registration.booking-cancelled.v1',
      ...about(booking, correlationId),
    });
  }

  /** They take part; also told again when it becomes known who they are. */
  async delegatesConfirmed(
    manager: EntityManager,
    delegates: readonly DelegateFacts[],
    correlationId: string,
  ): Promise<void> {
    await this.outbox.addAll(
      manager,
      delegates.map((delegate) => ({
        type: 'conference-registration.delegate-confirmed.v1',
        ...about(delegate, correlationId),
      })),
    );
  }

  /** They take part no more. */
  async delegatesCancelled(
    manager: EntityManager,
    delegates: readonly DelegateFacts[],
    correlationId: string,
  ): Promise<void> {
    await this.outbox.addAll(
      manager,
      delegates.map((delegate) => ({
        type: 'conference-registration.delegate-cancelled.v1',
        ...about(delegate, correlationId),
      })),
    );
  }
}

function about<Facts extends { readonly id: string; readonly version: number }>(
  facts: Facts,
  correlationId: string,
) {
  return { aggregate: { id: facts.id, version: facts.version }, correlationId, payload: facts };
}
