import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { keyOf, poolKeys, type CountKey } from '../places/domain/limits.js';
import type { PlacesFreed } from '../places/places-freed.js';
import { readCounts } from '../places/read-counts.js';
import { TakePlaces } from '../places/take-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { answerUntil, isOffering } from './domain/entry.js';
import { walkLine, type Walk } from './domain/line.js';
import { OfferRow } from './offer.entity.js';
import { TellWaiting } from './tell-waiting.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';
import { writeBlocked } from './write-blocked.js';

/**
 * Offers what is free to those who wait, in their order, and keeps everybody else from it: whenever places are given back,
 * in the same transaction, so that nobody can come between.
 */
@Injectable()
export class OfferFreed implements PlacesFreed {
  constructor(
    private readonly takePlaces: TakePlaces,
    private readonly tell: TellWaiting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param catalogue of the conference whose lock the transaction holds */
  async freed(manager: EntityManager, catalogue: Catalogue): Promise<void> {
    const { conference } = catalogue;
    const line = await manager.find(WaitingEntryRow, {
      where: { conferenceId: conference.id, status: 'waiting' },
      order: { number: 'ASC' },
    });
    const now = this.clock();
    const waiting = isOffering(conference, now) ? line : [];
    const keys = keysOf(catalogue, waiting);
    const counts = await readCounts(manager, conference.id, [...keys.values()]);
    const walk = walkLine(
      waiting.map((entry) => ({ ...entry, limits: limitsOf(catalogue, entry) })),
      new Map([...counts].map(([key, { taken }]) => [key, taken])),
    );
    await this.makeOffers(manager, catalogue, waiting, walk, now);
    await writeBlocked(manager, conference.id, keys, walk.blocked);
  }

  private async makeOffers(
    manager: EntityManager,
    catalogue: Catalogue,
    line: readonly WaitingEntryRow[],
    { offers }: Walk,
    now: Temporal.Instant,
  ): Promise<void> {
    for (const { id, places } of offers) {
      const entry = line.find((each) => each.id === id);
      if (entry === undefined) continue;
      const until = answerUntil(catalogue.conference, now);
      const offer = await manager.save(OfferRow, {
        id: uuidv7(),
        entryId: id,
        conferenceId: entry.conferenceId,
        places,
        status: 'open' as const,
        madeAt: dateOf(now),
        answerUntil: dateOf(until),
        answeredAt: null,
        bookingId: null,
      });
      const { ticketTypeId, organisationId, category } = entry;
      await this.takePlaces.run(
        manager,
        catalogue,
        Array.from({ length: places }, () => ({ ticketTypeId, delegateId: null })),
        { bookingId: null, organisationId, category, status: 'offered', codeId: null, offerId: offer.id },
      );
      const wanted = entry.wanted - places;
      await manager.update(WaitingEntryRow, { id }, { wanted, status: wanted === 0 ? 'offered' : 'waiting' });
      await this.tell.offered(manager, catalogue, entry, offer);
    }
  }
}

/** The limits that the places of an entry would take something from, by name. */
function keysOf(catalogue: Catalogue, line: readonly WaitingEntryRow[]): ReadonlyMap<string, CountKey> {
  const keys = line.flatMap((entry) => {
    const ticketType = catalogue.ticketType.get(entry.ticketTypeId);
    return ticketType === undefined ? [] : poolKeys(ticketType, entry.organisationId);
  });
  return new Map(keys.map((key) => [keyOf(key), key]));
}

function limitsOf(catalogue: Catalogue, { ticketTypeId, organisationId }: WaitingEntryRow) {
  const ticketType = catalogue.ticketType.get(ticketTypeId);
  if (ticketType === undefined) return [];
  return poolKeys(ticketType, organisationId).map((key) => ({
    key: keyOf(key),
    capacity: ticketType.pools.find(({ id }) => id === key.subjectId)?.capacity ?? 0,
  }));
}
