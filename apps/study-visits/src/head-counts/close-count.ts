import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { AskCounts } from './ask-counts.js';
import type { CountAsker, Counter, HeadCount } from './counts.js';
import { checkClosing, checkReopening } from './domain/closing.js';
import { ClosingRow, HeadCountRow } from './head-count.entities.js';
import { lockCount } from './lock-count.js';
import { ReadCounts } from './read-counts.js';

/** Which count, and the version of it that the person saw; `null`: whichever it is. */
export interface SeenCount {
  readonly thingId: string;
  readonly version: number | null;
}

/** Closes a count once every name is accounted for, and opens it again for a reason; both are kept. */
@Injectable()
export class CloseCount {
  constructor(
    private readonly transactions: Transactions,
    private readonly ask: AskCounts,
    private readonly counts: ReadCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One that is closed stays as it is.
   *
   * @param decision what was decided about those who are missing; blank where nobody is
   * @throws Problem 404; 409 `edited-meanwhile`, `leg-cancelled`, `visit-cancelled`, `visit-long-over`; 422 `not-accounted`,
   *   `nobody-expected`, and at `decision`
   */
  close(asker: CountAsker, seen: SeenCount, decision: string): Promise<HeadCount> {
    return this.change(asker, seen, async (manager, count, by) => {
      if (count.closedAt !== null) return false;
      if (count.thing.isCancelled) {
        throw conflict('leg-cancelled', `${count.thing.title} does not take place, so nobody is counted.`);
      }
      mustBeSeen(seen, count);
      const { people, decision: decided } = valueOf(checkClosing(count.tally, decision));
      const { here, elsewhere, missing } = count.tally.numbers;
      const closedAt = dateOf(this.clock());
      await manager.insert(ClosingRow, {
        id: uuidv7(),
        countId: count.thing.id,
        closedAt,
        byPersonId: by.personId,
        byName: by.name,
        here,
        elsewhere,
        missing,
        people: [...people],
        decision: decided,
      });
      await manager.update(HeadCountRow, { id: count.thing.id }, { closedAt });
      return true;
    });
  }

  /** One that is open stays so. @throws Problem 404; 409 `edited-meanwhile`, `visit-cancelled`, `visit-long-over`; 422 at `why` */
  reopen(asker: CountAsker, seen: SeenCount, why: string): Promise<HeadCount> {
    return this.change(asker, seen, async (manager, count, by) => {
      if (count.closedAt === null) return false;
      mustBeSeen(seen, count);
      const reopenedWhy = valueOf(checkReopening(why));
      const [last] = count.closings;
      await manager.update(
        ClosingRow,
        { id: last?.id ?? '' },
        {
          reopenedAt: dateOf(this.clock()),
          reopenedByPersonId: by.personId,
          reopenedByName: by.name,
          reopenedWhy,
        },
      );
      await manager.update(HeadCountRow, { id: count.thing.id }, { closedAt: null });
      return true;
    });
  }

  private change(
    asker: CountAsker,
    { thingId }: SeenCount,
    work: (manager: EntityManager, count: HeadCount, by: Counter) => Promise<boolean>,
  ): Promise<HeadCount> {
    return this.transactions.run(async (manager) => {
      const { visit, by } = await this.ask.forChange(asker, manager);
      const { thing } = await this.counts.one(visit, thingId, manager);
      const { id, version } = await lockCount(manager, visit, thing);
      const count = await this.counts.one(visit, thingId, manager);
      if (!(await work(manager, count, by))) return count;
      await manager.update(HeadCountRow, { id }, { version: version + 1 });
      return this.counts.one(visit, thingId, manager);
    });
  }
}

function mustBeSeen({ version }: SeenCount, count: HeadCount): void {
  if (version === null || version === count.version) return;
  throw conflict(
    'edited-meanwhile',
    'Marks came in after you opened the count, or somebody closed or opened it. Look at it again.',
  );
}
