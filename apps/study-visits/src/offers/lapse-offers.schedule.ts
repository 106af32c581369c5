import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { dateOf, newRequestId, Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { LockVisit } from '../visits/lock-visit.js';
import { MoveReservesUp } from './move-reserves-up.js';

/** Ends offers that nobody answered in time, and offers their places to the reserves. */
@Injectable()
export class LapseOffers implements Schedule {
  readonly name = 'lapse-offers';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly moveUp: MoveReservesUp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const due: { visitId: string }[] = await this.dataSource.query(
      `SELECT DISTINCT o.visit_id AS "visitId" FROM offers o JOIN visits v ON v.id = o.visit_id
       WHERE o.status = 'offered' AND o.deadline <= $1 AND v.status IN ('announced', 'confirmed') ORDER BY 1`,
      [dateOf(this.clock())],
    );
    for (const { visitId } of due) {
      stopping.throwIfAborted();
      await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        await this.moveUp.run(manager, await this.lock.run(manager, visitId), newRequestId());
      });
    }
  }
}
