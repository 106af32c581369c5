import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { newRequestId, Transactions } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { LapseSwaps } from './lapse-swaps.js';
import { SwapsRepository } from './swaps.repository.js';

/** Ends swaps as time goes on, and where somebody dropped out, staff changed a shift, or a rota was published. */
@Injectable()
export class EndSwaps implements Schedule {
  readonly name = 'end-swaps';
  readonly every = 15_000;

  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly swaps: SwapsRepository,
    private readonly lapse: LapseSwaps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    for (const id of await this.swaps.exhibitionsWithOpen()) {
      stopping.throwIfAborted();
      if (!(await this.lapse.isDue(id, this.clock()))) continue;
      await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        const exhibition = await this.lockExhibition.run(manager, id);
        await this.lapse.run(manager, exhibition, { now: this.clock(), correlationId: newRequestId() });
      });
    }
  }
}
