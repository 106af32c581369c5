import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import { FindPerson } from '#people';
import { type Actor, dateOf, hashOfLinkSecret, isStaff, Transactions } from '#platform';
import { listInWords } from '#ui';
import { placesOf, type BookedDelegate, type BookingDetails } from '../booking-page/booking-details.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { delegateFactsOf } from '../confirming/tell-confirmed.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { totalOf, type Amounts } from '../money/domain/vat.js';
import type { Wanted } from '../places/domain/wanted.js';
import { TakePlaces } from '../places/take-places.js';
import { TellBooking } from '../telling/tell-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeMails } from './change-mails.js';
import { checkNewcomers, type Newcomer } from './newcomers.js';
import { IssueForChange } from './issue-for-change.js';
import type { IssuedDocument } from '../money/write-document.js';
import { OpenChange, type OpenedChange } from './open-change.js';
import { mustCost, mustHaveRightNumbers, type ExpectedCost, type Override } from './quoted.js';
import { tryOut } from './try-out.js';
import { WriteChange } from './write-change.js';

/** Those who were added, and what they cost. */
export interface Added {
  readonly delegates: readonly BookedDelegate[];
  readonly cost: Amounts;
  /** `null`: there is nothing to pay, or not yet. */
  readonly invoice: IssuedDocument | null;
}

/**
 * Adds delegates to a confirmed booking: as many as are free for its organisation, at today's prices, with an invoice of their
 * own. They answer their questions afterwards.
 */
@Injectable()
export class AddToBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenChange,
    private readonly readBooking: ReadBooking,
    private readonly takePlaces: TakePlaces,
    private readonly people: FindPerson,
    private readonly links: DelegateLinks,
    private readonly issue: IssueForChange,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly askForMail: AskForMail,
    private readonly mails: ChangeMails,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What it would come to. @throws as {@link within} */
  preview(
    actor: Actor,
    key: string,
    newcomers: readonly Newcomer[],
    override: Override | null,
  ): Promise<Omit<Added, 'invoice'>> {
    return tryOut(this.transactions, async (manager) => {
      const opened = await this.open.run(manager, actor, key, 'places');
      const { added } = await this.add(manager, opened, newcomers, override);
      return { delegates: added, cost: costOf(added) };
    });
  }

  /** @throws as {@link within} */
  run(...wanted: Tail<Parameters<AddToBooking['within']>>): Promise<Added> {
    return this.transactions.run((manager) => this.within(manager, ...wanted));
  }

  /**
   * Within a transaction that has locked nothing. Done twice it is done twice.
   *
   * @param expected `null`: whatever it costs
   * @param override of staff, who go over limits with it
   * @throws Problem 404; 409 `price-changed`, `too-many-delegates`, `wrong-number`, or as `OpenChange` and `TakePlaces`; 422
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    key: string,
    newcomers: readonly Newcomer[],
    expected: Pick<ExpectedCost, 'invoicePence'> | null,
    override: Override | null,
  ): Promise<Added> {
    const opened = await this.open.run(manager, actor, key, 'places');
    const { added, after: taken } = await this.add(manager, opened, newcomers, override);
    const cost = costOf(added);
    mustCost(
      { invoiced: cost, credited: nothing },
      expected === null ? null : { ...expected, creditPence: 0 },
    );
    const who = opened.actor;
    const correlationId = who.requestId;
    const after = await this.writeChange.run(manager, taken, {
      act: 'delegates-booked-later',
      details: { delegates: added.map(({ delegate: { number, name, email } }) => ({ number, name, email })) },
      actor: who,
    });
    const confirmed = added.filter(({ delegate }) => delegate.status === 'confirmed');
    const facts = confirmed.map((booked) => delegateFactsOf(booked, after.booking.organisationId));
    await this.tell.delegatesConfirmed(manager, facts, correlationId);
    const { invoice } = await this.issue.run(manager, {
      booking: after.booking,
      gone: [],
      howMuch: 0,
      taken: boughtBy(added).map(({ place }) => place.id),
      reason: '',
      actor: who,
    });
    await this.askForMail.all(manager, [
      ...this.mails.bookingChanged(after, { changes: added.map(addedInWords), invoice, correlationId }),
      ...confirmed.flatMap((delegate) => this.mails.registered(after, delegate, correlationId)),
    ]);
    return { delegates: added, cost, invoice };
  }

  private async add(
    manager: EntityManager,
    { details, actor }: OpenedChange,
    newcomers: readonly Newcomer[],
    override: Override | null,
  ): Promise<{ readonly added: readonly BookedDelegate[]; readonly after: BookingDetails }> {
    checkNewcomers(details, newcomers);
    const rows = await this.rows(manager, details, newcomers);
    await manager.insert(DelegateRow, rows);
    const { booking, catalogue } = details;
    const allowOver = override !== null && isStaff(actor.identity) ? { ...override, actor } : undefined;
    const wanted = rows.flatMap(({ id }, index) => wantedOf(details, id, newcomers[index]));
    await this.takePlaces.run(manager, catalogue, wanted, {
      bookingId: booking.id,
      organisationId: booking.organisationId,
      category: booking.category,
      status: 'confirmed',
      codeId: booking.codeId,
      offerId: null,
      isNew: true,
      ...(allowOver !== undefined && { allowOver }),
    });
    const after = await this.readBooking.of(booking, manager, catalogue);
    if (allowOver === undefined) mustHaveRightNumbers(details, after);
    const ids = new Set(rows.map(({ id }) => id));
    return { added: after.delegates.filter(({ delegate }) => ids.has(delegate.id)), after };
  }

  private async rows(
    manager: EntityManager,
    { booking, catalogue, delegates }: BookingDetails,
    newcomers: readonly Newcomer[],
  ) {
    const emails = newcomers.flatMap(({ details: { email } }) => email ?? []);
    const people = await this.people.byEmails(emails, manager);
    const last = Math.max(0, ...delegates.map(({ delegate }) => delegate.number));
    return newcomers.map(({ details, tickets }, index) => {
      const id = uuidv7();
      const { email } = details;
      const needsApproval = catalogue.ticketType.get(tickets.ticketTypeId)?.needsApproval === true;
      return {
        ...details,
        id,
        bookingId: booking.id,
        conferenceId: booking.conferenceId,
        number: last + index + 1,
        status: needsApproval ? ('applied' as const) : ('confirmed' as const),
        personId: people.get((email ?? '').toLowerCase())?.id ?? null,
        secretHash: email === null ? null : hashOfLinkSecret(this.links.secretFor({ id }, email)),
        filledInAt: dateOf(this.clock()),
        version: 1,
      };
    });
  }
}

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

const nothing: Amounts = { netPence: 0, vatPence: 0, grossPence: 0 };

/** What is paid for at once: whoever applies pays nothing yet. */
const boughtBy = (added: readonly BookedDelegate[]) =>
  added.flatMap(placesOf).filter(({ place }) => place.status === 'confirmed');

const costOf = (added: readonly BookedDelegate[]): Amounts => totalOf(boughtBy(added));

const addedInWords = (booked: BookedDelegate): string => {
  const has = listInWords(placesOf(booked).map(({ ticketType }) => ticketType.name));
  const { name, status } = booked.delegate;
  return status === 'applied' ? `${name} has applied for: ${has}.` : `${name} is added: ${has}.`;
};

function wantedOf({ catalogue }: BookingDetails, delegateId: string, newcomer?: Newcomer): Wanted[] {
  if (newcomer === undefined) return [];
  const { ticketTypeId, addOnIds } = newcomer.tickets;
  const applies = catalogue.ticketType.get(ticketTypeId)?.needsApproval === true;
  return [ticketTypeId, ...addOnIds].map((id) => ({ ticketTypeId: id, delegateId, applies }));
}
