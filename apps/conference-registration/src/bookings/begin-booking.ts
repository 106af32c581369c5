import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { actingPerson } from '#people';
import {
  type Actor,
  type Attempt,
  hashOfLinkSecret,
  isSignedIn,
  Transactions,
  unprocessable,
  valueOf,
} from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { SecretLinks } from '../links/secret-links.js';
import { LockPlaces } from '../places/lock-places.js';
import type { PlaceRow } from '../places/place.entity.js';
import type { Wanted } from '../places/domain/wanted.js';
import { TakePlaces } from '../places/take-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistory } from './booking-history.js';
import { BookingRow } from './booking.entity.js';
import type { DelegateRow } from './delegate.entity.js';
import { FindCustomer, type BookFor, type Customer } from './customer.js';
import { holdMinutes } from './domain/booking.js';
import { checkWish, shareOut, type Order, type Wish } from './domain/wish.js';
import { newBooking, newDelegates, sharesOf, type FilledIn } from './new-rows.js';
import { writeBooking } from './write-booking.js';

/** A booking that was begun, as it was written. */
export interface BegunBooking {
  readonly booking: BookingRow;
  readonly delegates: readonly DelegateRow[];
  readonly places: readonly PlaceRow[];
  readonly catalogue: Catalogue;
}

/** An offer of the waiting list that is accepted: its places become the booking's. */
export interface AcceptedOffer {
  readonly id: string;
  /** Until when it could have been answered: so long its places are kept in any case. */
  readonly keptUntil: Temporal.Instant;
}

/** How a booking is begun that differs from the others. */
export interface Beginning {
  /** Whose places they are; then the conference need not take new bookings any more. */
  readonly offer?: AcceptedOffer;
  /** A new id for the booking. */
  readonly id?: string;
  /** What is known from the beginning: who the delegates are, each with what is for them, and how it is paid. */
  readonly filledIn?: FilledIn;
}

/** Begins a booking: its places are kept while its delegates are filled in. */
@Injectable()
export class BeginBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalogues: ReadCatalogue,
    private readonly customers: FindCustomer,
    private readonly lockPlaces: LockPlaces,
    private readonly takePlaces: TakePlaces,
    private readonly history: BookingHistory,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param conferenceId as it is kept
   * @param attempt whose id the booking has, so that a repeat does not begin another one
   * @returns what the booking is called
   * @throws Problem 403 or 404 for whoever may not; 422 with every field that needs attention; 409 as `TakePlaces` does
   */
  async run(
    actor: Actor,
    conferenceId: string,
    bookFor: BookFor,
    wish: Wish,
    { id, isRepeat }: Attempt = { id: uuidv7(), isRepeat: false },
  ): Promise<string> {
    return this.transactions.run(async (manager) => {
      const begun = isRepeat ? await manager.findOneBy(BookingRow, { id }) : null;
      if (begun !== null) return begun.reference;
      const { booking } = await this.within(manager, actor, conferenceId, bookFor, wish, { id });
      return booking.reference;
    });
  }

  /** The same in a transaction of the caller's, which has taken no lock yet but that of the people, or this conference's. */
  async within(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    bookFor: BookFor,
    wish: Wish,
    beginning: Beginning = {},
  ): Promise<BegunBooking> {
    if (bookFor.kind !== 'guest' && isSignedIn(actor.identity)) {
      await actingPerson(manager, actor.identity.personId);
    }
    // All that can be found out and written before is, as everybody else waits while the lock is held. Nobody can see the booking
    // yet, so that it is no lock of its own.
    const before = await this.catalogues.of(conferenceId, manager);
    const customer = await this.customers.of(actor, bookFor, before.conference, manager);
    const order = this.order(before, wish, customer, beginning);
    const written = await this.write(manager, actor, before, customer, order, beginning);
    const catalogue = await this.lockPlaces.run(manager, conferenceId);
    if (catalogue !== before) this.order(catalogue, wish, customer, beginning);
    const places = await this.take(manager, catalogue, customer, written, beginning);
    return { ...written, places, catalogue };
  }

  private order(
    catalogue: Catalogue,
    wish: Wish,
    { organisationId }: Customer,
    { filledIn }: Beginning,
  ): Order {
    const checked = checkWish(catalogue, wish, organisationId, this.clock());
    if (checked.ok || filledIn === undefined) return valueOf(checked);
    // How many there are of each was counted from the delegates, so that it is with them that something is wrong.
    const problems = checked.problems.map((problem) =>
      problem.field.startsWith('quantities') ? { ...problem, field: 'delegates' } : problem,
    );
    throw unprocessable(problems);
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    customer: Customer,
    order: Order,
    { offer, id = uuidv7(), filledIn }: Beginning,
  ): Promise<Written> {
    const now = this.clock();
    const isGuest = customer.bookedFor === 'guest';
    const draft = newBooking(catalogue, customer, order.code?.id ?? null, {
      id,
      now,
      heldUntil: later(now.add({ minutes: holdMinutes }), offer?.keptUntil),
      secretHash: isGuest ? hashOfLinkSecret(this.links.secretOf('booking', id)) : null,
      filledIn,
    });
    const shares = filledIn ? sharesOf(catalogue, filledIn) : shareOut(order);
    const delegates = newDelegates(draft, shares, filledIn);
    const details = { delegates: delegates.length };
    const line = this.history.row({ bookingId: id, act: 'begun', details, actor });
    const reference = await writeBooking(manager, draft, delegates, line);
    const wanted = shares.map(({ delegate, ticketType }) => ({
      ticketTypeId: ticketType.id,
      delegateId: delegates[delegate]?.id ?? null,
    }));
    return { booking: { ...draft, reference }, delegates, wanted };
  }

  private take(
    manager: EntityManager,
    catalogue: Catalogue,
    { discountPercent }: Customer,
    { booking, wanted }: Written,
    { offer }: Beginning,
  ): Promise<PlaceRow[]> {
    return this.takePlaces.run(manager, catalogue, wanted, {
      bookingId: booking.id,
      organisationId: booking.organisationId,
      category: booking.category,
      discountPercent,
      status: 'held',
      codeId: booking.codeId,
      offerId: offer?.id ?? null,
      isNew: offer === undefined,
    });
  }
}

/** A booking that is written, before it has its places. */
interface Written {
  readonly booking: BookingRow;
  readonly delegates: readonly DelegateRow[];
  readonly wanted: readonly Wanted[];
}

const later = (one: Temporal.Instant, other: Temporal.Instant = one): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;
