import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { actingPerson } from '#people';
import { type Actor, conflict, dateOf, hashOfLinkSecret, isSignedIn, Transactions, valueOf } from '#platform';
import { plural } from '#ui';
import type { BookFor, Customer } from '../bookings/customer.js';
import { FindCustomer } from '../bookings/customer.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { bookingWindow } from '../catalogue/domain/booking-window.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { SecretLinks } from '../links/secret-links.js';
import { keyOf, poolKeys } from '../places/domain/limits.js';
import { dayThere } from '../places/domain/on-sale.js';
import { LockPlaces } from '../places/lock-places.js';
import { readCounts } from '../places/read-counts.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkJoin, type JoinOrder, type JoinWish } from './domain/join.js';
import { OfferFreed } from './offer-freed.js';
import { TellWaiting } from './tell-waiting.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** Puts somebody at the end of the line of those who wait for places. */
@Injectable()
export class JoinLine {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalogues: ReadCatalogue,
    private readonly customers: FindCustomer,
    private readonly lockPlaces: LockPlaces,
    private readonly offerFreed: OfferFreed,
    private readonly tell: TellWaiting,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the entry; whoever is offered something at once is told by another mail
   * @throws Problem 403 or 404 for whoever may not; 422 with each field that needs attention; 409 `places-left` where there
   *   is no need to wait, `already-waiting`, `not-on-sale`
   */
  async run(actor: Actor, conferenceId: string, bookFor: BookFor, wish: JoinWish): Promise<WaitingEntryRow> {
    return this.transactions.run((manager) => this.within(manager, actor, conferenceId, bookFor, wish));
  }

  /** The same in a transaction of the caller's, which has taken no lock yet but that of the people. */
  async within(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    bookFor: BookFor,
    wish: JoinWish,
  ): Promise<WaitingEntryRow> {
    if (bookFor.kind !== 'guest' && isSignedIn(actor.identity)) {
      await actingPerson(manager, actor.identity.personId);
    }
    const before = await this.catalogues.of(conferenceId, manager);
    const customer = await this.customers.of(actor, bookFor, before.conference, manager);
    const on = dayThere(before.conference, this.clock());
    valueOf(checkJoin(before, wish, customer, on));
    const catalogue = await this.lockPlaces.run(manager, conferenceId);
    const order = valueOf(checkJoin(catalogue, wish, customer, on));
    if (!bookingWindow(catalogue.conference, this.clock()).isOpen) {
      throw conflict('not-on-sale', 'No bookings are taken at the moment, so there is no line to join.');
    }
    await this.mustBeFull(manager, catalogue, order, customer);
    await mustBeNew(manager, conferenceId, order, customer);
    const entry = await this.write(manager, conferenceId, order, customer);
    await this.tell.begun(manager, catalogue, entry);
    await this.offerFreed.freed(manager, catalogue);
    return entry;
  }

  /** Whoever could book now need not wait. */
  private async mustBeFull(
    manager: EntityManager,
    { conference }: Catalogue,
    { ticketType, wanted }: JoinOrder,
    { organisationId }: Customer,
  ): Promise<void> {
    const keys = poolKeys(ticketType, organisationId);
    const counts = await readCounts(manager, conference.id, keys);
    const left = keys.map((key) => {
      const { taken, queued } = counts.get(keyOf(key)) ?? { taken: 0, queued: 0 };
      const capacity = ticketType.pools.find(({ id }) => id === key.subjectId)?.capacity ?? 0;
      return queued > 0 ? 0 : Math.max(0, capacity - taken);
    });
    if (left.length > 0 && Math.min(...left) < wanted) return;
    throw conflict(
      'places-left',
      `There ${wanted === 1 ? 'is a place' : `are ${plural(wanted, 'place')}`} free at the moment: book now, there is no need to wait.`,
    );
  }

  private async write(
    manager: EntityManager,
    conferenceId: string,
    { ticketType, wanted, allTogether }: JoinOrder,
    customer: Customer,
  ): Promise<WaitingEntryRow> {
    const id = uuidv7();
    const [last]: { number: number }[] = await manager.query(
      'SELECT coalesce(max(number), 0) AS number FROM waiting_entries WHERE conference_id = $1',
      [conferenceId],
    );
    return manager.save(WaitingEntryRow, {
      id,
      conferenceId,
      ticketTypeId: ticketType.id,
      number: (last?.number ?? 0) + 1,
      wanted,
      allTogether,
      status: 'waiting' as const,
      statusReason: null,
      blockedBy: [],
      bookedFor: customer.bookedFor,
      organisationId: customer.organisationId,
      organisationName: customer.organisationName,
      category: customer.category,
      personId: customer.personId,
      name: customer.name,
      email: customer.email,
      secretHash:
        customer.bookedFor === 'guest' ? hashOfLinkSecret(this.links.secretOf('waiting', id)) : null,
      joinedAt: dateOf(this.clock()),
      endedAt: null,
    });
  }
}

/** One turn in the line is enough; for other numbers they leave and join again. */
async function mustBeNew(
  manager: EntityManager,
  conferenceId: string,
  { ticketType }: JoinOrder,
  { bookedFor, organisationId, personId, email }: Customer,
): Promise<void> {
  const [row]: { waits: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT FROM waiting_entries
       WHERE conference_id = $1 AND ticket_type_id = $2 AND status IN ('waiting', 'offered') AND booked_for = $3
         AND CASE WHEN $3 = 'organisation' THEN organisation_id = $4 WHEN $3 = 'self' THEN person_id = $5
             ELSE lower(email) = lower($6) END) AS waits`,
    [conferenceId, ticketType.id, bookedFor, organisationId, personId, email],
  );
  if (row?.waits !== true) return;
  throw conflict(
    'already-waiting',
    bookedFor === 'organisation'
      ? 'Your organisation is on the waiting list for this ticket already. To change how many you wait for, leave the list and join it again.'
      : 'You are on the waiting list for this ticket already. To change how many you wait for, leave the list and join it again.',
  );
}
