import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, notFound, Transactions, unprocessable, type Actor } from '#platform';
import {
  costOfBooking,
  placesOf,
  type BookedDelegate,
  type BookingDetails,
} from '../booking-page/booking-details.js';
import { fillingIn, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { mustBeComplete } from '../booking-page/still-missing.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { ResumeBooking } from '../bookings/resume-booking.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import { lockPeopleForChanges } from '../members/people-lock.js';
import { IssueInvoice } from '../money/issue-invoice.js';
import type { IssuedDocument } from '../money/write-document.js';
import { hashOfSecret } from '../secrets.js';
import { CLOCK, type Clock } from '../tokens.js';
import { TellConfirmed } from './tell-confirmed.js';
import { WriteConfirmationMails } from './write-confirmation-mails.js';

/** What whoever confirms has seen and said. */
export interface Confirmation {
  /** The total with VAT, in pence, as they saw it. It decides nothing: if it is not ours, they look again. */
  readonly expectedGrossPence: number;
  readonly areTermsAccepted: boolean;
}

export interface ConfirmedBooking {
  readonly booking: BookingRow;
  /** `null`: nothing to pay, or it was confirmed before. */
  readonly invoice: IssuedDocument | null;
  /** False when it was confirmed already. */
  readonly isNew: boolean;
}

/**
 * Confirms a booking: its places, its invoice, what other apps are told and who is written to, all of it or nothing. The locks
 * are taken in the order people, conference, booking, customer, series of invoices; the conference's, for which everybody waits
 * who books, only where the booking's places have to be taken again.
 */
@Injectable()
export class ConfirmBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly resume: ResumeBooking,
    private readonly issueInvoice: IssueInvoice,
    private readonly history: BookingHistory,
    private readonly tell: TellConfirmed,
    private readonly mails: WriteConfirmationMails,
    private readonly links: DelegateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once. The places of one whose time has run out are taken again, if there are any left.
   *
   * @throws Problem 404; 409 `price-changed`, `conference-cancelled`, `given-up`, or as `TakePlaces`; 422 with what is missing
   */
  async run(actor: Actor, key: string, confirmation: Confirmation): Promise<ConfirmedBooking> {
    const inTime = await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const booking = await this.findBooking.forChange(manager, actor, key);
      // Its places are its own until it lapses, which it does not while it is locked, so that none are counted anew.
      if (fillingIn(booking, this.clock()) === 'out-of-time') return null;
      return this.confirm(manager, actor, booking, confirmation);
    });
    if (inTime !== null) return inTime;
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { booking, catalogue } = await this.findBooking.forPlaces(manager, actor, key);
      return this.confirm(manager, actor, booking, confirmation, catalogue);
    });
  }

  /** @param locked what the conference offers, where its lock is held */
  private async confirm(
    manager: EntityManager,
    actor: Actor,
    found: BookingRow,
    confirmation: Confirmation,
    locked?: Catalogue,
  ): Promise<ConfirmedBooking> {
    if (found.status === 'confirmed' || found.status === 'applied') {
      return { booking: found, invoice: null, isNew: false };
    }
    if (found.status === 'cancelled') {
      throw conflict('given-up', 'This booking was given up. Begin another one from the conference’s page.');
    }
    const who = named(actor, found.bookerName);
    if (locked) mustTakePlace(locked);
    const held = locked ? await this.resume.within(manager, who, locked, found) : found;
    const details = await this.readBooking.of(held, manager, locked);
    mustTakePlace(details.catalogue);
    check(details, confirmation);
    const confirmed = await this.write(manager, details);
    await this.history.record(manager, {
      bookingId: held.id,
      act: 'confirmed',
      details: {
        delegates: confirmed.delegates.length,
        grossPence: costOfBooking(details).grossPence,
      },
      actor: who,
    });
    await this.tell.run(manager, confirmed, actor.requestId);
    const invoice = await this.issueInvoice.run(manager, {
      booking: confirmed.booking,
      placeIds: boughtPlaces(details),
      actor: who,
    });
    await this.mails.run(manager, {
      details: confirmed,
      invoice,
      correlationId: actor.requestId,
    });
    return { booking: confirmed.booking, invoice, isNew: true };
  }

  /** @returns all as it is from now on */
  private async write(manager: EntityManager, details: BookingDetails): Promise<BookingDetails> {
    const { booking, delegates } = details;
    const now = dateOf(this.clock());
    await manager.query(`UPDATE places SET status = 'confirmed' WHERE booking_id = $1 AND status = 'held'`, [
      booking.id,
    ]);
    const changed = delegates.map(({ delegate, ...rest }): BookedDelegate => {
      const isApplicant = rest.ticket?.ticketType.needsApproval === true;
      const row: DelegateRow = {
        ...delegate,
        status: isApplicant ? 'applied' : 'confirmed',
        secretHash:
          delegate.email === null ? null : hashOfSecret(this.links.secretFor(delegate, delegate.email)),
        version: delegate.version + 1,
      };
      return { ...rest, delegate: row };
    });
    await writeDelegates(manager, changed);
    const change = {
      status: changed.every(({ delegate }) => delegate.status === 'applied')
        ? ('applied' as const)
        : ('confirmed' as const),
      payment: costOfBooking(details).grossPence === 0 ? ('nothing' as const) : booking.payment,
      termsAcceptedAt: now,
      confirmedAt: now,
      heldUntil: null,
      version: booking.version + 1,
    };
    await manager.update(BookingRow, { id: booking.id }, change);
    return { ...details, booking: { ...booking, ...change }, delegates: changed };
  }
}

/** @throws Problem 409 for a conference that does not take place */
function mustTakePlace({ conference }: Catalogue): void {
  if (conference.status !== 'cancelled') return;
  throw conflict('conference-cancelled', 'The conference is cancelled, so nothing was booked.');
}

/** @throws Problem 409 or 422 when the booking cannot be confirmed as it is */
function check(details: BookingDetails, { expectedGrossPence, areTermsAccepted }: Confirmation): void {
  if (details.delegates.length === 0) throw notFound();
  mustBeComplete(details);
  if (costOfBooking(details).grossPence !== expectedGrossPence) {
    throw conflict(
      'price-changed',
      'The total has changed since you saw it, so nothing was booked. Look at what it is now, and confirm it if it is right.',
    );
  }
  if (areTermsAccepted) return;
  const message = 'Accept the terms to confirm the booking.';
  throw unprocessable([{ field: 'terms', code: 'missing', message }]);
}

const boughtPlaces = ({ delegates }: BookingDetails): readonly string[] =>
  delegates
    .flatMap(placesOf)
    .filter(({ place }) => place.status === 'held')
    .map(({ place }) => place.id);

async function writeDelegates(manager: EntityManager, delegates: readonly BookedDelegate[]): Promise<void> {
  const rows = delegates.map(({ delegate }) => delegate);
  await manager.query(
    `UPDATE delegates SET status = d.status, secret_hash = d.secret_hash, version = d.version
     FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::integer[]) AS d (id, status, secret_hash, version)
     WHERE delegates.id = d.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ status }) => status),
      rows.map(({ secretHash }) => secretHash),
      rows.map(({ version }) => version),
    ],
  );
}
