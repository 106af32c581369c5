import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Schedule } from '#messaging';
import { dateOf, Transactions } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { LockPlaces } from '../places/lock-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isOffering } from './domain/entry.js';
import { EndEntry } from './end-entry.js';
import { OfferFreed } from './offer-freed.js';
import { TellWaiting } from './tell-waiting.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/**
 * Every minute: offers that were not answered in time go to the next in line; lines of conferences that are over or
 * cancelled end; and each line is walked once, so that whatever changed without anybody giving a place back (an erased
 * person, a limit that was raised) reaches those who wait.
 */
@Injectable()
export class WalkLines implements Schedule {
  readonly name = 'walk-waiting-lists';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly endEntry: EndEntry,
    private readonly offerFreed: OfferFreed,
    private readonly tell: TellWaiting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT conference_id AS id FROM waiting_entries WHERE status IN ('waiting', 'offered')
       UNION SELECT conference_id FROM counts WHERE queued > 0`,
    );
    for (const { id } of rows) {
      stopping.throwIfAborted();
      await this.transactions.run(async (manager) => {
        const catalogue = await this.lockPlaces.run(manager, id);
        await (isOffering(catalogue.conference, this.clock())
          ? this.expire(manager, catalogue)
          : this.end(manager, catalogue));
        await this.offerFreed.freed(manager, catalogue);
      });
    }
  }

  private async expire(manager: EntityManager, catalogue: Catalogue): Promise<void> {
    const rows: { id: string }[] = await manager.query(
      `SELECT entry_id AS id FROM offers WHERE conference_id = $1 AND status = 'open' AND answer_until <= $2
       ORDER BY answer_until, id`,
      [catalogue.conference.id, dateOf(this.clock())],
    );
    for (const { id } of rows) {
      const entry = await manager.findOneByOrFail(WaitingEntryRow, { id });
      if (await this.endEntry.run(manager, catalogue, id, { status: 'expired', offers: 'expired' })) {
        await this.tell.ended(manager, catalogue, entry, 'expired');
      }
    }
  }

  private async end(manager: EntityManager, catalogue: Catalogue): Promise<void> {
    const entries = await manager.findBy(WaitingEntryRow, [
      { conferenceId: catalogue.conference.id, status: 'waiting' },
      { conferenceId: catalogue.conference.id, status: 'offered' },
    ]);
    for (const entry of entries) {
      const ending = { status: 'ended', offers: 'withdrawn' } as const;
      if (await this.endEntry.run(manager, catalogue, entry.id, ending)) {
        await this.tell.ended(manager, catalogue, entry, 'ended');
      }
    }
  }
}
