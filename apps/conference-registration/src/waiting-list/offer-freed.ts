import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, Problem } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { keyOf, poolKeys, type CountKey } from '../places/domain/limits.js';
import { dayThere } from '../places/domain/on-sale.js';
import type { PlacesFreed } from '../places/places-freed.js';
import { readCounts } from '../places/read-counts.js';
import { TakePlaces } from '../places/take-places.js';
import { canBuy } from '../pricing/domain/price.js';
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
    // Whoever cannot have what they wait for any more, as it is sold no longer, keeps nobody waiting, and least of all whoever
    // gives places back.
    const passedBy = new Set<string>();
    for (;;) {
      const { line, keys, walk } = await this.walk(manager, catalogue, passedBy);
      const refused = await this.makeOffers(manager, catalogue, line, walk);
      if (refused === null) return writeBlocked(manager, catalogue.conference.id, keys, walk.blocked);
      passedBy.add(refused);
    }
  }

  private async walk(manager: EntityManager, catalogue: Catalogue, passedBy: ReadonlySet<string>) {
    const { conference } = catalogue;
    const waiting = await manager.find(WaitingEntryRow, {
      where: { conferenceId: conference.id, status: 'waiting' },
      order: { number: 'ASC' },
    });
    const now = this.clock();
    const on = dayThere(conference, now);
    const leastOf = ({ ticketTypeId }: WaitingEntryRow) => catalogue.ticketType.get(ticketTypeId)?.least ?? 0;
    // An offer without a price, or for fewer than one booking may have, could be accepted by nobody.
    const isServed = (entry: WaitingEntryRow) => {
      const ticketType = catalogue.ticketType.get(entry.ticketTypeId);
      if (passedBy.has(entry.id) || ticketType === undefined || entry.wanted < ticketType.least) return false;
      return canBuy(ticketType, entry, on);
    };
    const line = isOffering(conference, now) ? waiting.filter(isServed) : [];
    const keys = keysOf(catalogue, line);
    const counts = await readCounts(manager, conference.id, [...keys.values()]);
    const walk = walkLine(
      line.map((entry) => ({ ...entry, least: leastOf(entry), limits: limitsOf(catalogue, entry) })),
      new Map([...counts].map(([key, { taken }]) => [key, taken])),
    );
    return { line, keys, walk };
  }

  /** @returns whose offer could not be made, with none of those after it; `null`: all were made */
  private async makeOffers(
    manager: EntityManager,
    catalogue: Catalogue,
    line: readonly WaitingEntryRow[],
    { offers }: Walk,
  ): Promise<string | null> {
    for (const { id, places } of offers) {
      const entry = line.find((each) => each.id === id);
      if (entry === undefined) continue;
      const offerId = uuidv7();
      if (!(await this.keepPlaces(manager, catalogue, entry, offerId, places))) return id;
      const now = this.clock();
      const offer = await manager.save(OfferRow, {
        id: offerId,
        entryId: id,
        conferenceId: entry.conferenceId,
        places,
        status: 'open' as const,
        madeAt: dateOf(now),
        answerUntil: dateOf(answerUntil(catalogue.conference, now)),
        answeredAt: null,
        bookingId: null,
      });
      const wanted = entry.wanted - places;
      await manager.update(WaitingEntryRow, { id }, { wanted, status: wanted === 0 ? 'offered' : 'waiting' });
      await this.tell.offered(manager, catalogue, entry, offer);
    }
    return null;
  }

  /** @returns whether they can be had; where not, nothing has been written */
  private async keepPlaces(
    manager: EntityManager,
    catalogue: Catalogue,
    { ticketTypeId, organisationId, category }: WaitingEntryRow,
    offerId: string,
    places: number,
  ): Promise<boolean> {
    const wanted = Array.from({ length: places }, () => ({ ticketTypeId, delegateId: null }));
    try {
      await this.takePlaces.run(manager, catalogue, wanted, {
        bookingId: null,
        organisationId,
        category,
        status: 'offered',
        codeId: null,
        offerId,
      });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 409) return false;
      throw error;
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
