import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, isStaff, notFound, Transactions, type Actor } from '#platform';
import { moneyInWords } from '#ui';
import {
  currentDelegates,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { mustBeChangeable } from '../changing/may-change.js';
import { WriteChange } from '../changing/write-change.js';
import { delegateFactsOf } from '../confirming/tell-confirmed.js';
import { IssueCreditNote } from '../money/issue-credit-note.js';
import type { IssuedDocument } from '../money/write-document.js';
import { ReleasePlaces } from '../places/release-places.js';
import { forgetAnswers } from '../questions/forget-answers.js';
import { TellBooking } from '../telling/tell-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Cancellation } from './cancellation.js';
import { ReadRefund } from './read-refund.js';
import { WriteCancellationMails } from './write-cancellation-mails.js';

/** What came of a cancellation. */
export interface Cancelled {
  readonly booking: BookingRow;
  /** The numbers of those who were cancelled now; none: they all were before. */
  readonly delegates: readonly number[];
  readonly creditNotes: readonly IssuedDocument[];
}

/**
 * Cancels delegates of a confirmed booking: their places go to those who wait, what the refund rules pay back is credited, and
 * everybody concerned is told; all of it or nothing. The locks are taken in the order people, conference, booking, customer,
 * series of credit notes.
 */
@Injectable()
export class CancelDelegates {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly refunds: ReadRefund,
    private readonly releasePlaces: ReleasePlaces,
    private readonly creditNotes: IssueCreditNote,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly mails: WriteCancellationMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @throws Problem 404; 409 `not-confirmed`, `conference-cancelled`, `changes-over`, `refund-changed`
   */
  run(actor: Actor, key: string, cancellation: Cancellation): Promise<Cancelled> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { booking, catalogue } = await this.findBooking.forPlaces(manager, actor, key);
      if (booking.status !== 'cancelled') {
        mustBeChangeable({ booking, catalogue }, actor.identity, this.clock());
      }
      const percent = isStaff(actor.identity) ? cancellation.percent : null;
      return this.inBooking(
        manager,
        named(actor, booking.bookerName),
        { booking, catalogue },
        {
          ...cancellation,
          percent,
        },
      );
    });
  }

  /** The same within a transaction that has locked the people, the conference and the booking, for whoever may do it. */
  async inBooking(
    manager: EntityManager,
    actor: Actor,
    { booking, catalogue }: { readonly booking: BookingRow; readonly catalogue: Catalogue },
    cancellation: Cancellation,
  ): Promise<Cancelled> {
    const details = await this.readBooking.of(booking, manager, catalogue);
    const chosen = chosenOf(details, cancellation.delegates);
    if (chosen.length === 0) return { booking, delegates: [], creditNotes: [] };
    const percent = cancellation.percent ?? this.refunds.percentOf(details);
    const refund = await this.refunds.ofDelegates(manager, chosen, percent);
    mustBeExpected(cancellation.expectedRefundPence, refund.back.grossPence);
    const placeIds = refund.lines.map(({ placeId }) => placeId);
    await this.releasePlaces.run(manager, catalogue, placeIds);
    const after = await this.writeChange.run(
      manager,
      await this.write(manager, details, chosen, cancellation),
      {
        act: actOf(details, chosen, cancellation),
        details: {
          delegates: chosen.map(({ delegate: { number, name, email } }) => ({ number, name, email })),
          percent,
          refundPence: refund.back.grossPence,
          ...(cancellation.reason !== null && { reason: cancellation.reason }),
        },
        actor,
      },
    );
    await this.tellDelegates(manager, after, chosen, actor.requestId);
    const creditNotes = await this.creditNotes.run(manager, {
      of: { placeIds },
      percent,
      reason: cancellation.reason ?? `Places cancelled; the refund rules pay ${percent}% back`,
      actor,
    });
    await this.mails.run(manager, {
      details: after,
      chosen,
      refund,
      creditNotes,
      cancellation,
      correlationId: actor.requestId,
    });
    return { booking: after.booking, delegates: chosen.map(({ delegate }) => delegate.number), creditNotes };
  }

  private async write(
    manager: EntityManager,
    details: BookingDetails,
    chosen: readonly BookedDelegate[],
    { as, reason }: Cancellation,
  ): Promise<BookingDetails> {
    const change = {
      status: as,
      statusReason: as === 'declined' ? reason : null,
      cancelledAt: dateOf(this.clock()),
    };
    const ids = chosen.map(({ delegate }) => delegate.id);
    await manager
      .createQueryBuilder()
      .update(DelegateRow)
      .set({ ...change, version: () => 'version + 1' })
      .whereInIds(ids)
      .execute();
    // What they need there is nobody's business any more.
    await forgetAnswers(manager, ids, 'sensitive');
    return {
      ...details,
      delegates: details.delegates.map((booked) => {
        const { delegate } = booked;
        if (!ids.includes(delegate.id)) return booked;
        return {
          ...booked,
          ticket: null,
          addOns: [],
          delegate: { ...delegate, ...change, version: delegate.version + 1 },
        };
      }),
    };
  }

  private async tellDelegates(
    manager: EntityManager,
    { booking, delegates }: BookingDetails,
    chosen: readonly BookedDelegate[],
    correlationId: string,
  ): Promise<void> {
    const ids = new Set(chosen.map(({ delegate }) => delegate.id));
    const gone = delegates.filter(({ delegate }) => ids.has(delegate.id));
    await this.tell.delegatesCancelled(
      manager,
      gone.map((each) => delegateFactsOf(each, booking.organisationId)),
      correlationId,
    );
  }
}

/** Those who are to be cancelled and are not yet. @throws Problem 404 for numbers that the booking does not have */
export function chosenOf(
  details: BookingDetails,
  delegates: Cancellation['delegates'],
): readonly BookedDelegate[] {
  const current = currentDelegates(details);
  if (delegates === 'all') return current;
  const known = new Set(details.delegates.map(({ delegate }) => delegate.number));
  if (delegates.some((number) => !known.has(number))) {
    throw notFound('This booking has no such delegate. Open the booking again.');
  }
  return current.filter(({ delegate }) => delegates.includes(delegate.number));
}

const actOf = (details: BookingDetails, chosen: readonly BookedDelegate[], { as }: Cancellation) => {
  if (as === 'declined') return 'delegates-declined';
  return chosen.length === currentDelegates(details).length ? 'booking-cancelled' : 'delegates-cancelled';
};

function mustBeExpected(expected: number | null, pence: number): void {
  if (expected === null || expected === pence) return;
  throw conflict(
    'refund-changed',
    `What is paid back is ${moneyInWords(pence)} now, not ${moneyInWords(expected)} as you saw it, so nothing was cancelled. Look at it again.`,
  );
}
