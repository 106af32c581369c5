import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { newRequestId, Problem, Transactions } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CoverRepository } from './cover.repository.js';
import { MoveCoverOn } from './move-cover-on.js';
import { ReadShiftToCover } from './shift-to-cover.js';

/** Asks the next one when somebody’s time to answer is over, and ends what is not of use any more. */
@Injectable()
export class AdvanceCovers implements Schedule {
  readonly name = 'advance-covers';
  readonly every = 30_000;

  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly covers: CoverRepository,
    private readonly shifts: ReadShiftToCover,
    private readonly moveOn: MoveCoverOn,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    for (const { id, exhibitionId, shiftId } of await this.covers.open()) {
      stopping.throwIfAborted();
      await this.transactions.run(async (manager) => {
        await lockPeopleForChanges(manager);
        await this.lockExhibition.run(manager, exhibitionId);
        const cover = await this.shifts.of(exhibitionId, shiftId, manager).catch((error: unknown) => {
          if (error instanceof Problem && error.status === 404) return null;
          throw error;
        });
        if (cover === null) await this.moveOn.end(manager, exhibitionId, id, 'close');
        else await this.moveOn.run(manager, id, cover, newRequestId());
      });
    }
  }
}
