import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { notFound, Transactions, type Actor } from '#platform';
import { placesOf, type BookedDelegate, type BookingDetails } from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { BookingRow } from '../../bookings/booking.entity.js';
import { DelegateRow } from '../../bookings/delegate.entity.js';
import { CancelDelegates } from '../../cancelling/cancel-delegates.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { WriteChange } from '../../changing/write-change.js';
import { delegateFactsOf } from '../../confirming/tell-confirmed.js';
import { CustomerOf } from '../../money/customer-of.js';
import { IssueInvoice } from '../../money/issue-invoice.js';
import { LockPlaces } from '../../places/lock-places.js';
import { TakePlaces } from '../../places/take-places.js';
import { isId } from '../../domain/ids.js';
import { TellBooking } from '../../telling/tell-booking.js';
import { checkDecision, type Decided, type TypedDecision } from './decision.js';
import { WriteDecisionMails } from './write-decision-mails.js';

/** Applications of one booking about which something is decided now. */
interface Chosen {
  readonly details: BookingDetails;
  readonly applicants: readonly BookedDelegate[];
}

/** What was decided, of one booking. */
export interface DecidedBooking {
  readonly reference: string;
  /** The numbers of the delegates within it. */
  readonly delegates: readonly number[];
}

/**
 * Decides about applications, of several bookings at once: all of it or nothing. The locks are taken in the order people,
 * conference, bookings, customers, series of documents.
 */
@Injectable()
export class DecideApplications {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly readBooking: ReadBooking,
    private readonly takePlaces: TakePlaces,
    private readonly cancelDelegates: CancelDelegates,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly customers: CustomerOf,
    private readonly issueInvoice: IssueInvoice,
    private readonly mails: WriteDecisionMails,
  ) {}

  /**
   * Those about whom it was decided before are passed over, so that doing it twice does it once.
   *
   * @throws Problem 404; 409 as `TakePlaces`, where there is no place for all of them; 422
   */
  run(actor: Actor, conferenceId: string, typed: TypedDecision): Promise<readonly DecidedBooking[]> {
    const decided = checkDecision(typed);
    return this.transactions.run(async (manager) => {
      const who = await notedActor(manager, actor);
      const catalogue = await this.lockPlaces.run(manager, conferenceId);
      const all = await this.chosen(manager, catalogue, decided);
      if (decided.decision === 'accept') await this.accept(manager, who, all, decided.reason);
      else if (decided.decision === 'reserve') await this.reserve(manager, who, all, decided.reason);
      else await this.decline(manager, who, all, decided.reason);
      return all.map(({ details, applicants }) => ({
        reference: details.booking.reference,
        delegates: applicants.map(({ delegate }) => delegate.number),
      }));
    });
  }

  private async chosen(
    manager: EntityManager,
    catalogue: Catalogue,
    { delegateIds, decision }: Decided,
  ): Promise<readonly Chosen[]> {
    const found: { id: string; bookingId: string }[] = await manager.query(
      'SELECT id, booking_id AS "bookingId" FROM delegates WHERE id = ANY($1) AND conference_id = $2',
      [delegateIds.filter(isId), catalogue.conference.id],
    );
    if (found.length !== delegateIds.length) {
      throw notFound('Some of these applications are not there any more. Load the list again.');
    }
    const all: Chosen[] = [];
    for (const id of [...new Set(found.map(({ bookingId }) => bookingId))].toSorted()) {
      const booking = await manager.findOneOrFail(BookingRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const details = await this.readBooking.of(booking, manager, catalogue);
      const applicants = details.delegates.filter(
        ({ delegate: { id: delegateId, status } }) =>
          delegateIds.includes(delegateId) &&
          (status === 'applied' || (status === 'reserve' && decision !== 'reserve')),
      );
      if (applicants.length > 0) all.push({ details, applicants });
    }
    return all;
  }

  private async accept(
    manager: EntityManager,
    actor: Actor,
    all: readonly Chosen[],
    reason: string,
  ): Promise<void> {
    const accepted: { readonly after: BookingDetails; readonly chosen: Chosen; readonly taken: string[] }[] =
      [];
    for (const chosen of all) {
      const taken = await this.take(manager, chosen);
      const after = await this.write(manager, actor, chosen, 'confirmed', reason);
      accepted.push({ after, chosen, taken });
    }
    await this.lockCustomers(manager, all);
    for (const { after, chosen, taken } of accepted) {
      const invoice =
        taken.length === 0
          ? null
          : await this.issueInvoice.run(manager, { booking: after.booking, placeIds: taken, actor });
      // Whoever only applied had nothing to pay then.
      if (invoice !== null && after.booking.payment !== 'transfer') {
        await manager.update(BookingRow, { id: after.booking.id }, { payment: 'invoice' });
      }
      await this.mails.accepted(manager, { details: after, ids: idsOf(chosen), reason, invoice, actor });
    }
  }

  /** Takes up what was applied for. @returns the places that are to be invoiced */
  private async take(manager: EntityManager, { details, applicants }: Chosen): Promise<string[]> {
    const { booking, catalogue } = details;
    const applied = applicants.flatMap((booked) =>
      placesOf(booked)
        .filter(({ place }) => place.status === 'applied')
        .map(({ place }) => ({
          ticketTypeId: place.ticketTypeId,
          delegateId: booked.delegate.id,
          takesUp: place.id,
        })),
    );
    const taken = await this.takePlaces.run(manager, catalogue, applied, {
      bookingId: booking.id,
      organisationId: booking.organisationId,
      category: booking.category,
      status: 'confirmed',
      codeId: booking.codeId,
      offerId: null,
    });
    return taken.map(({ id }) => id);
  }

  private async reserve(
    manager: EntityManager,
    actor: Actor,
    all: readonly Chosen[],
    reason: string,
  ): Promise<void> {
    for (const chosen of all) {
      const details = await this.write(manager, actor, chosen, 'reserve', reason);
      await this.mails.onReserve(manager, { details, ids: idsOf(chosen), reason, invoice: null, actor });
    }
  }

  private async decline(
    manager: EntityManager,
    actor: Actor,
    all: readonly Chosen[],
    reason: string,
  ): Promise<void> {
    await this.lockCustomers(manager, all);
    for (const { details, applicants } of all) {
      await this.cancelDelegates.inBooking(manager, actor, details, {
        delegates: applicants.map(({ delegate }) => delegate.number),
        expectedRefundPence: null,
        percent: 100,
        reason,
        as: 'declined',
        because: 'declined',
      });
    }
  }

  /** @returns all as it is from now on */
  private async write(
    manager: EntityManager,
    actor: Actor,
    { details, applicants }: Chosen,
    status: 'confirmed' | 'reserve',
    reason: string,
  ): Promise<BookingDetails> {
    const { booking, catalogue } = details;
    await manager
      .createQueryBuilder()
      .update(DelegateRow)
      .set({ status, statusReason: reason === '' ? null : reason, version: () => 'version + 1' })
      .whereInIds(applicants.map(({ delegate }) => delegate.id))
      .execute();
    const now = await this.readBooking.of(booking, manager, catalogue);
    const after = await this.writeChange.run(manager, now, {
      act: status === 'confirmed' ? 'applications-accepted' : 'applications-on-reserve',
      details: {
        delegates: applicants.map(({ delegate: { number, name, email } }) => ({ number, name, email })),
        reason,
      },
      actor,
    });
    if (status === 'confirmed') {
      const ids = new Set(applicants.map(({ delegate }) => delegate.id));
      const facts = after.delegates
        .filter(({ delegate }) => ids.has(delegate.id))
        .map((accepted) => delegateFactsOf(accepted, booking.organisationId));
      await this.tell.delegatesConfirmed(manager, facts, actor.requestId);
    }
    return after;
  }

  /** Before the first document is issued, as its series is locked from then on; in an order that is the same for everybody. */
  private async lockCustomers(manager: EntityManager, all: readonly Chosen[]): Promise<void> {
    const bookings = all
      .filter(({ applicants }) => applicants.flatMap(placesOf).some(({ netPence }) => netPence > 0))
      .map(({ details }) => details.booking)
      .toSorted((a, b) => (customerKey(a) < customerKey(b) ? -1 : 1));
    for (const booking of bookings) await this.customers.run(manager, booking);
  }
}

const idsOf = ({ applicants }: Chosen): readonly string[] => applicants.map(({ delegate }) => delegate.id);

const customerKey = ({ bookedFor, organisationId, id }: BookingRow): string =>
  bookedFor === 'organisation' && organisationId !== null ? organisationId : id;
