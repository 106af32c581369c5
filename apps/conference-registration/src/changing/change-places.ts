import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import { conflict, isStaff, Transactions, type Actor } from '#platform';
import { listInWords } from '#ui';
import { placesOf, type BookedDelegate, type BookedPlace } from '../booking-page/booking-details.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { nameOf } from '../booking-page/still-missing.js';
import { ReadRefund } from '../cancelling/read-refund.js';
import { ChangeTickets, isOtherThan, type WantedTickets } from '../delegates/change-tickets.js';
import { delegateIn } from '../delegates/save-delegate.js';
import type { HowMuch } from '../money/domain/credit.js';
import { totalOf } from '../money/domain/vat.js';
import { ChangeMails } from './change-mails.js';
import { exchangeShare } from './domain/exchange.js';
import { IssueForChange, type IssuedForChange } from './issue-for-change.js';
import { OpenChange, type OpenedChange } from './open-change.js';
import {
  mustCost,
  mustHaveRightNumbers,
  type ChangeCost,
  type ExpectedCost,
  type Override,
} from './quoted.js';
import { tryOut } from './try-out.js';
import { WriteChange } from './write-change.js';

/** What a change of tickets gives up and takes, and what it costs. */
export interface PlacesChange extends ChangeCost {
  readonly gone: readonly BookedPlace[];
  readonly taken: readonly BookedPlace[];
}

interface Changed extends PlacesChange {
  readonly now: BookedDelegate;
  readonly howMuch: HowMuch;
}

/**
 * Changes the ticket and the add-ons of a delegate of a confirmed booking. What they keep keeps its price; what they take is
 * invoiced at today's; a ticket that is exchanged counts as much as the other one costs, and what is given up besides is
 * credited by the refund rules. Nobody gets past the waiting list by it.
 */
@Injectable()
export class ChangePlaces {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenChange,
    private readonly readBooking: ReadBooking,
    private readonly changeTickets: ChangeTickets,
    private readonly refunds: ReadRefund,
    private readonly issue: IssueForChange,
    private readonly writeChange: WriteChange,
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
  ) {}

  /** What it would come to. @throws as {@link run} */
  preview(
    actor: Actor,
    key: string,
    number: number,
    wanted: WantedTickets,
    override: Override | null,
  ): Promise<PlacesChange> {
    return tryOut(this.transactions, async (manager) => {
      const opened = await this.open.run(manager, actor, key, 'places');
      return this.take(manager, opened, number, wanted, override);
    });
  }

  /**
   * Doing it twice does it once.
   *
   * @param expected `null`: whatever it costs
   * @param override of staff, who go over limits with it
   * @throws Problem 404; 409 `price-changed`, `needs-approval`, `wrong-number`, or as `OpenChange` and `TakePlaces`; 422
   */
  run(
    actor: Actor,
    key: string,
    number: number,
    wanted: WantedTickets,
    expected: ExpectedCost | null,
    override: Override | null,
  ): Promise<IssuedForChange> {
    return this.transactions.run(async (manager) => {
      const opened = await this.open.run(manager, actor, key, 'places');
      if (!isOtherThan(delegateIn(opened.details, number), wanted)) return { creditNotes: [], invoice: null };
      const changed = await this.take(manager, opened, number, wanted, override);
      mustCost(changed, expected);
      return this.write(manager, opened, changed);
    });
  }

  private async take(
    manager: EntityManager,
    { details, actor }: OpenedChange,
    number: number,
    wanted: WantedTickets,
    override: Override | null,
  ): Promise<Changed> {
    const before = delegateIn(details, number);
    mustNotNeedApproval(
      before,
      details.catalogue.ticketType.get(wanted.ticketTypeId)?.needsApproval ?? false,
    );
    const allowOver = override !== null && isStaff(actor.identity) ? { ...override, actor } : undefined;
    await this.changeTickets.run(manager, details, before, wanted, 'confirmed', allowOver);
    const after = await this.readBooking.of(details.booking, manager, details.catalogue);
    if (allowOver === undefined) mustHaveRightNumbers(details, after);
    const now = delegateIn(after, number);
    const [had, has] = [before, now].map((booked) => new Set(placesOf(booked).map(({ place }) => place.id)));
    const gone = placesOf(before).filter(({ place }) => has?.has(place.id) !== true);
    const taken = placesOf(now).filter(({ place }) => had?.has(place.id) !== true);
    const percent = this.refunds.percentOf(details);
    const [oldTicket, newTicket] = [gone, taken].map((places) =>
      places.find(({ ticketType }) => ticketType.kind === 'ticket'),
    );
    const exchange = exchangeShare(oldTicket?.netPence ?? 0, newTicket?.netPence ?? 0, percent);
    const howMuch: HowMuch = ({ placeId }) =>
      placeId === oldTicket?.place.id ? exchange : { part: percent, whole: 100 };
    const refund = await this.refunds.ofPlaces(manager, idsOf(gone), howMuch);
    const invoiced = totalOf(taken.filter(({ place }) => place.status === 'confirmed'));
    return { gone, taken, now, howMuch, invoiced, credited: refund.back };
  }

  private async write(
    manager: EntityManager,
    { details, actor }: OpenedChange,
    { gone, taken, now, howMuch }: Changed,
  ): Promise<IssuedForChange> {
    const { delegate } = now;
    const current = await this.readBooking.of(details.booking, manager, details.catalogue);
    const after = await this.writeChange.run(manager, current, {
      act: 'ticket-changed',
      details: { number: delegate.number, name: delegate.name, before: namesOf(gone), after: namesOf(taken) },
      actor,
    });
    const issued = await this.issue.run(manager, {
      booking: after.booking,
      gone: idsOf(gone),
      howMuch,
      taken: idsOf(taken.filter(({ place }) => place.status === 'confirmed')),
      reason: `${nameOf(now)} has other tickets or add-ons`,
      actor,
    });
    await this.askForMail.all(
      manager,
      this.mails.bookingChanged(after, {
        changes: [
          `${nameOf(now)} has now: ${listInWords(namesOf(placesOf(now)))}.`,
          ...(gone.length > 0 ? [`Given up: ${listInWords(namesOf(gone))}.`] : []),
        ],
        ...issued,
        correlationId: actor.requestId,
      }),
    );
    return issued;
  }
}

const idsOf = (places: readonly BookedPlace[]): readonly string[] => places.map(({ place }) => place.id);
const namesOf = (places: readonly BookedPlace[]): string[] => places.map(({ ticketType }) => ticketType.name);

/** Who may have a ticket that is applied for is decided by staff, so it is nothing to change to or from. */
function mustNotNeedApproval({ ticket }: BookedDelegate, needsApproval: boolean): void {
  if ((ticket?.ticketType.needsApproval ?? false) === needsApproval) return;
  throw conflict(
    'needs-approval',
    needsApproval
      ? 'Staff decide who has this ticket, so you cannot change to it. Add a delegate with it, and cancel the other place once they are accepted.'
      : 'Staff have decided on this ticket, so you cannot change to another one. Cancel it, and add a delegate with the other ticket.',
  );
}
