import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '#people';
import {
  type Actor,
  conflict,
  dateOf,
  forbidden,
  instantOf,
  isLinkSecret,
  type Problem,
  Transactions,
} from '#platform';
import { BeginBooking } from '../bookings/begin-booking.js';
import type { BookFor } from '../bookings/customer.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { LockPlaces } from '../places/lock-places.js';
import { SecretLinks } from '../links/secret-links.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isOffering, isOver } from './domain/entry.js';
import { EndEntry } from './end-entry.js';
import { FindEntry } from './find-entry.js';
import { OfferRow } from './offer.entity.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** Takes what is offered, declines it, or leaves the line. */
@Injectable()
export class AnswerOffer {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindEntry,
    private readonly lockPlaces: LockPlaces,
    private readonly beginBooking: BeginBooking,
    private readonly endEntry: EndEntry,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Begins a booking with the places that are offered; they are kept as long as the offer would have been. Once more, it
   * leads to the same booking.
   *
   * @returns the booking's key in addresses
   * @throws Problem 404; 409 `offer-ended`
   */
  async accept(actor: Actor, key: string): Promise<string> {
    return this.transactions.run(async (manager) => {
      const { entry, catalogue } = await this.locked(manager, actor, key);
      await mustBeTheirs(manager, actor, entry);
      const accepted = await manager.findOne(OfferRow, {
        where: { entryId: entry.id, status: 'accepted' },
        order: { madeAt: 'DESC' },
      });
      const offer = await manager.findOneBy(OfferRow, { entryId: entry.id, status: 'open' });
      if (offer === null && accepted?.bookingId) return this.keyOf(manager, key, accepted.bookingId);
      const now = this.clock();
      if (offer === null || offer.answerUntil.getTime() <= now.epochMilliseconds) throw offerEnded();
      if (!isOffering(catalogue.conference, now)) throw offerEnded();
      const { booking } = await this.beginBooking.within(
        manager,
        actor,
        entry.conferenceId,
        bookFor(entry),
        { quantities: new Map([[entry.ticketTypeId, offer.places]]), code: '' },
        { offer: { id: offer.id, keptUntil: instantOf(offer.answerUntil) } },
      );
      await manager.update(
        OfferRow,
        { id: offer.id },
        { status: 'accepted', answeredAt: dateOf(now), bookingId: booking.id },
      );
      if (entry.status === 'offered') {
        await manager.update(WaitingEntryRow, { id: entry.id }, { status: 'taken', endedAt: dateOf(now) });
      }
      return this.keyOf(manager, key, booking.id);
    });
  }

  /** Gives back what is offered, and leaves the line. @throws Problem 404; 409 `offer-ended` */
  async decline(actor: Actor, key: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { entry, catalogue } = await this.locked(manager, actor, key);
      if (entry.status === 'declined') return;
      if (isOver(entry.status)) throw offerEnded();
      await this.endEntry.run(manager, catalogue, entry.id, { status: 'declined', offers: 'declined' });
    });
  }

  /** Leaves the line; what is offered just then goes to the next. @throws Problem 404 */
  async leave(actor: Actor, key: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { entry, catalogue } = await this.locked(manager, actor, key);
      await this.endEntry.run(manager, catalogue, entry.id, { status: 'left', offers: 'declined' });
    });
  }

  private async locked(
    manager: EntityManager,
    actor: Actor,
    key: string,
  ): Promise<{ readonly entry: WaitingEntryRow; readonly catalogue: Catalogue }> {
    const { personId } = actor.identity;
    if (personId !== null) await actingPerson(manager, personId);
    const { id, conferenceId } = await this.find.forReading(actor.identity, key, manager);
    const catalogue = await this.lockPlaces.run(manager, conferenceId);
    // How it stands under the lock is what counts.
    return { entry: await manager.findOneByOrFail(WaitingEntryRow, { id }), catalogue };
  }

  /** A guest's secret is for whoever came with theirs alone: staff who answer for them have the reference. */
  private async keyOf(manager: EntityManager, key: string, id: string): Promise<string> {
    if (isLinkSecret(key)) return this.links.secretOf('booking', id);
    const [booking]: { reference: string }[] = await manager.query(
      'SELECT reference FROM bookings WHERE id = $1',
      [id],
    );
    return booking?.reference ?? '';
  }
}

function bookFor({ bookedFor, organisationId, organisationName, name, email }: WaitingEntryRow): BookFor {
  if (bookedFor === 'guest') return { kind: 'guest', guest: { name, email, organisationName } };
  return bookedFor === 'organisation' && organisationId !== null
    ? { kind: 'organisation', organisationId }
    : { kind: 'self' };
}

/** Who books for themselves is somebody: staff act for them. */
async function mustBeTheirs(
  manager: EntityManager,
  { identity }: Actor,
  { bookedFor, personId }: WaitingEntryRow,
): Promise<void> {
  if (bookedFor !== 'self' || identity.personId === null) return;
  if ((await actingPerson(manager, identity.personId)) === personId) return;
  throw forbidden('These places are offered to one person. To book them, act for that person first.');
}

const offerEnded = (): Problem =>
  conflict(
    'offer-ended',
    'Nothing is offered to you at the moment: the time to answer was over, or it was answered already.',
  );
