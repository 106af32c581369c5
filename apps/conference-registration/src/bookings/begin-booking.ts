import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, isSignedIn, Transactions, valueOf, type Actor, type Attempt } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { SecretLinks } from '../links/secret-links.js';
import { actingPerson } from '../members/acting-person.js';
import { LockPlaces } from '../places/lock-places.js';
import type { PlaceRow } from '../places/place.entity.js';
import { TakePlaces } from '../places/take-places.js';
import { hashOfSecret } from '../secrets.js';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistory } from './booking-history.js';
import { BookingRow } from './booking.entity.js';
import { FindCustomer, type BookFor, type Customer } from './customer.js';
import { holdMinutes } from './domain/booking.js';
import { checkWish, shareOut, type Order, type Wish } from './domain/wish.js';
import { writeBooking } from './write-booking.js';

/** A booking that was begun. */
export interface BegunBooking {
  readonly id: string;
  readonly reference: string;
  /** Until when its places are kept. */
  readonly heldUntil: Temporal.Instant;
  readonly places: readonly PlaceRow[];
}

/** An offer of the waiting list that is accepted: its places become the booking's. */
export interface AcceptedOffer {
  readonly id: string;
  /** Until when it could have been answered: so long its places are kept in any case. */
  readonly keptUntil: Temporal.Instant;
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
    const { reference } = await this.transactions.run(async (manager) => {
      const begun = isRepeat ? await manager.findOneBy(BookingRow, { id }) : null;
      return begun ?? this.within(manager, actor, conferenceId, bookFor, wish, null, id);
    });
    return reference;
  }

  /**
   * The same in a transaction of the caller's, which has taken no lock yet but that of the people, or this conference's.
   *
   * @param offer whose places they are; then the conference need not take new bookings any more
   * @param id a new one
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    bookFor: BookFor,
    wish: Wish,
    offer: AcceptedOffer | null = null,
    id: string = uuidv7(),
  ): Promise<BegunBooking> {
    if (bookFor.kind !== 'guest' && isSignedIn(actor.identity)) {
      await actingPerson(manager, actor.identity.personId);
    }
    // All that can be found out before is, as everybody else waits while the lock is held.
    const before = await this.catalogues.of(conferenceId, manager);
    const customer = await this.customers.of(actor, bookFor, before.conference, manager);
    const wished = this.order(before, wish, customer);
    const catalogue = await this.lockPlaces.run(manager, conferenceId);
    const order = catalogue === before ? wished : this.order(catalogue, wish, customer);
    return this.write(manager, actor, catalogue, customer, order, offer, id);
  }

  private order(catalogue: Catalogue, wish: Wish, { organisationId }: Customer): Order {
    return valueOf(checkWish(catalogue, wish, organisationId, this.clock()));
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    customer: Customer,
    order: Order,
    offer: AcceptedOffer | null,
    id: string,
  ): Promise<BegunBooking> {
    const now = this.clock();
    const heldUntil = later(now.add({ minutes: holdMinutes }), offer?.keptUntil);
    const isGuest = customer.bookedFor === 'guest';
    const shares = shareOut(order);
    const delegates = shares.filter(({ ticketType }) => ticketType.kind === 'ticket').length;
    const { organisationId, category, discountPercent } = customer;
    const codeId = order.code?.id ?? null;
    const line = this.history.row({ bookingId: id, act: 'begun', details: { delegates }, actor });
    const { reference, delegateIds } = await writeBooking(
      manager,
      {
        id,
        conferenceId: catalogue.conference.id,
        bookedFor: customer.bookedFor,
        organisationId,
        organisationName: customer.organisationName,
        category,
        bookerPersonId: customer.personId,
        bookerName: customer.name,
        bookerEmail: customer.email,
        bookerPhone: customer.phone,
        secretHash: isGuest ? hashOfSecret(this.links.secretOf('booking', id)) : null,
        codeId,
        purchaseOrderRequired: customer.purchaseOrderRequired,
        heldUntil: dateOf(heldUntil),
        createdAt: dateOf(now),
      },
      delegates,
      line,
    );
    const wanted = shares.map(({ delegate, ticketType }) => ({
      ticketTypeId: ticketType.id,
      delegateId: delegateIds[delegate] ?? null,
    }));
    const places = await this.takePlaces.run(manager, catalogue, wanted, {
      bookingId: id,
      organisationId,
      category,
      discountPercent,
      status: 'held',
      codeId,
      offerId: offer?.id ?? null,
      isNew: offer === null,
    });
    return { id, reference, heldUntil, places };
  }
}

const later = (one: Temporal.Instant, other: Temporal.Instant = one): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;
