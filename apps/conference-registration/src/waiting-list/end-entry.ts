import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReleasePlaces } from '../places/release-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isOver, type EntryStatus, type OfferStatus } from './domain/entry.js';
import { OfferFreed } from './offer-freed.js';
import { OfferRow } from './offer.entity.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** How an entry ends, and what becomes of an offer that is open then. */
export interface Ending {
  readonly status: Exclude<EntryStatus, 'waiting' | 'offered' | 'taken'>;
  readonly offers: Exclude<OfferStatus, 'open' | 'accepted'>;
  readonly reason?: string | null;
}

/** Takes somebody off the line, and gives what was kept for them to the next, under the conference's lock. */
@Injectable()
export class EndEntry {
  constructor(
    private readonly releasePlaces: ReleasePlaces,
    private readonly offerFreed: OfferFreed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns whether they were on it still */
  async run(manager: EntityManager, catalogue: Catalogue, entryId: string, ending: Ending): Promise<boolean> {
    const entry = await manager.findOneByOrFail(WaitingEntryRow, { id: entryId });
    const now = dateOf(this.clock());
    const { status, reason = null } = ending;
    const wasOn = !isOver(entry.status);
    if (wasOn) {
      await manager.update(WaitingEntryRow, { id: entryId }, { status, statusReason: reason, endedAt: now });
    }
    // Whoever has been erased is on it no longer, and what was offered to them is kept for nobody.
    await manager.update(OfferRow, { entryId, status: 'open' }, { status: ending.offers, answeredAt: now });
    const kept: { id: string }[] = await manager.query(
      `SELECT p.id FROM places p JOIN offers o ON o.id = p.offer_id
       WHERE o.entry_id = $1 AND p.status = 'offered'`,
      [entryId],
    );
    const released = await this.releasePlaces.run(
      manager,
      catalogue,
      kept.map(({ id }) => id),
    );
    // Also where nothing was given back, those behind may be next now.
    if (released === 0) await this.offerFreed.freed(manager, catalogue);
    return wasOn;
  }
}
