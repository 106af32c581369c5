import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Actor, valueOf } from '#platform';
import { OwnEvents } from '../shown/own-events.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diff } from './domain/changes.js';
import { cancelOccurrence, reinstateOccurrence } from './domain/edit-occurrence.js';
import type { CalendarEvent } from './domain/event.js';
import { EventsRepository } from './events.repository.js';
import { editedMeanwhile, noSuchEvent } from './problems.js';

/** Calls one occurrence of a recurring event off, or lets it take place after all. */
@Injectable()
export class CancelOccurrence {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly own: OwnEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param original which occurrence, as `OccurrenceException.original`
   * @param reason shown to readers; `null` reinstates the occurrence
   * @throws Problem 404; 409 `edited-meanwhile`; 422 for a missing reason or an occurrence that there is not
   */
  async run(
    actor: Actor,
    ref: string,
    { version, original }: { version: number; original: string },
    reason: string | null,
  ): Promise<CalendarEvent> {
    return this.transactions.run(async (manager) => {
      const before = await this.events.lockByRef(manager, ref);
      if (!before) throw noSuchEvent();
      await this.own.check(before, manager);
      if (before.version !== version) throw editedMeanwhile();
      const now = this.clock();
      const after = valueOf(
        reason === null
          ? reinstateOccurrence(before, original, now)
          : cancelOccurrence(before, original, reason, now),
      );
      if (after.version !== before.version) {
        await this.events.update(manager, before, after, {
          actor,
          action: 'edited',
          reason,
          changes: diff(before, after),
        });
      }
      return after;
    });
  }
}
