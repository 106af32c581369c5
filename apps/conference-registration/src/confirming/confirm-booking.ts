import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mailRequest, Outbox } from '#messaging';
import { lockPeopleForChanges } from '#people';
import {
  type Actor,
  conflict,
  dateOf,
  hashOfLinkSecret,
  notFound,
  Transactions,
  unprocessable,
} from '#platform';
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
import type { BookingRow } from '../bookings/booking.entity.js';
import type { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { ResumeBooking } from '../bookings/resume-booking.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { DelegateLinks } from '../delegates/delegate-links.js';
import type { SoldItem } from '../money/domain/lines.js';
import { IssueInvoice } from '../money/issue-invoice.js';
import type { IssuedDocument } from '../money/write-document.js';
import { CLOCK, type Clock } from '../tokens.js';
import { bookingConfirmed, delegatesConfirmed } from './tell-confirmed.js';
import { WriteConfirmationMails } from './write-confirmation-mails.js';
import { writeConfirmed } from './write-confirmed.js';

/** What whoever confirms has seen and said. */
export interface Confirmation {
  /** The total with VAT, in pence, as they saw it. It decides nothing: if it is not ours, they look again. */
  readonly expectedGrossPence: number;
  readonly areTermsAccepted: boolean;
}

/** What comes of confirming. */
export interface Confirming {
  readonly details: BookingDetails;
  /** False when it was confirmed already. */
  readonly isNew: boolean;
}

/** A booking that has just been confirmed. */
export interface ConfirmedBooking {
  readonly details: BookingDetails;
  /** `null`: nothing to pay. */
  readonly invoice: IssuedDocument | null;
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
    private readonly mails: WriteConfirmationMails,
    private readonly outbox: Outbox,
    private readonly links: DelegateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once. The places of one whose time has run out are taken again, if there are any left.
   *
   * @throws Problem 404; 409 `price-changed`, `conference-cancelled`, `given-up`, or as `TakePlaces`; 422 with what is missing
   */
  async run(actor: Actor, key: string, confirmation: Confirmation): Promise<Confirming> {
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
  ): Promise<Confirming> {
    if (found.status === 'confirmed' || found.status === 'applied') {
      return { details: await this.readBooking.of(found, manager, locked), isNew: false };
    }
    if (found.status === 'cancelled') {
      throw conflict('given-up', 'This booking was given up. Begin another one from the conference’s page.');
    }
    const who = named(actor, found.bookerName);
    if (locked) mustTakePlace(locked);
    const held = locked ? await this.resume.within(manager, who, locked, found) : found;
    const details = await this.readBooking.of(held, manager, locked);
    const confirmed = await this.within(manager, who, details, confirmation);
    return { details: confirmed.details, isNew: true };
  }

  /**
   * The same for a booking whose time runs and which nobody else can change, in a transaction that has locked no customer yet.
   *
   * @param who whose doing it is
   * @throws Problem 409 `price-changed`, `conference-cancelled`; 422 with what is missing
   */
  async within(
    manager: EntityManager,
    who: Actor,
    details: BookingDetails,
    confirmation: Confirmation,
  ): Promise<ConfirmedBooking> {
    mustTakePlace(details.catalogue);
    check(details, confirmation);
    const confirmed = this.confirmed(details);
    const { booking } = confirmed;
    const { requestId: correlationId } = who;
    const counted = {
      delegates: confirmed.delegates.length,
      grossPence: costOfBooking(details).grossPence,
    };
    const line = this.history.row({ bookingId: booking.id, act: 'confirmed', details: counted, actor: who });
    await writeConfirmed(manager, confirmed, line);
    const toDelegates = this.mails.toDelegates(confirmed, correlationId);
    const invoice = await this.issueInvoice.first(manager, {
      booking,
      conference: details.catalogue.conference,
      items: soldItems(details),
      actor: who,
    });
    // As little as can be from here on, as the series of invoices is locked.
    const toBooker = this.mails.toBooker({ details: confirmed, invoice, correlationId });
    await this.outbox.addAll(manager, [
      bookingConfirmed(confirmed, correlationId),
      ...delegatesConfirmed(confirmed, correlationId),
      ...[...toBooker, ...toDelegates].map((mail) => mailRequest('conference-registration', mail)),
    ]);
    return { details: confirmed, invoice };
  }

  /** All as it is from now on. */
  private confirmed(details: BookingDetails): BookingDetails {
    const { booking, delegates } = details;
    const now = dateOf(this.clock());
    const changed = delegates.map(({ delegate, ...rest }): BookedDelegate => {
      const isApplicant = rest.ticket?.ticketType.needsApproval === true;
      const row: DelegateRow = {
        ...delegate,
        status: isApplicant ? 'applied' : 'confirmed',
        secretHash:
          delegate.email === null ? null : hashOfLinkSecret(this.links.secretFor(delegate, delegate.email)),
        version: delegate.version + 1,
      };
      return { ...rest, delegate: row };
    });
    return {
      ...details,
      delegates: changed,
      booking: {
        ...booking,
        status: changed.every(({ delegate }) => delegate.status === 'applied') ? 'applied' : 'confirmed',
        payment: costOfBooking(details).grossPence === 0 ? 'nothing' : booking.payment,
        termsAcceptedAt: now,
        confirmedAt: now,
        heldUntil: null,
        version: booking.version + 1,
      },
    };
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

/** What is bought with it, delegate by delegate: those who are to be accepted first buy nothing yet. */
const soldItems = ({ delegates }: BookingDetails): readonly SoldItem[] =>
  delegates.flatMap((booked) =>
    placesOf(booked)
      .filter(({ place }) => place.status === 'held')
      .map(({ place: { id: placeId, netPence, vatBasisPoints }, ticketType }) => ({
        placeId,
        netPence,
        vatBasisPoints,
        description: `${ticketType.name}: ${booked.delegate.name}`,
      })),
  );
