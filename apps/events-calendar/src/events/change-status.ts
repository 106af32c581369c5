import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unprocessable, Transactions, type Actor, valueOf } from '#platform';
import { OwnEvents } from '../shown/own-events.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diff } from './domain/changes.js';
import type { CalendarEvent, EventStatus } from './domain/event.js';
import { explain, move } from './domain/status.js';
import { EventsRepository, type Revision } from './events.repository.js';
import { editedMeanwhile, noSuchEvent } from './problems.js';

export interface StatusChange {
  readonly to: EventStatus;
  /** The version that the person saw. */
  readonly version: number;
  /** Shown to readers; required when it is postponed or cancelled. */
  readonly reason: string;
  /** The `ref` of what takes its place. */
  readonly replacedBy: string | null;
}

const actions: Readonly<Record<EventStatus, Revision['action']>> = {
  draft: 'created',
  published: 'published',
  postponed: 'postponed',
  cancelled: 'cancelled',
};

/** Publishes, postpones, cancels or reinstates an event, or gives a better reason for what was done. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventsRepository,
    private readonly own: OwnEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 when the rules do not allow it or a reason is missing */
  async run(actor: Actor, ref: string, change: StatusChange): Promise<CalendarEvent> {
    return this.transactions.run(async (manager) => {
      const before = await this.events.lockByRef(manager, ref);
      if (!before) throw noSuchEvent();
      await this.own.check(before, manager);
      if (before.version !== change.version) throw editedMeanwhile();
      await this.checkReplacement(manager, change.replacedBy);
      const now = this.clock();
      const after = valueOf(
        before.status === change.to && change.to !== 'published'
          ? explain(before, change, now)
          : move(before, change.to, change, now),
      );
      if (after.version === before.version) return before;
      await this.events.update(manager, before, after, {
        actor,
        action:
          before.status === 'cancelled' && change.to === 'published' ? 'reinstated' : actions[change.to],
        reason: after.statusReason,
        changes: diff(before, after),
      });
      return after;
    });
  }

  private async checkReplacement(manager: EntityManager, ref: string | null): Promise<void> {
    const wanted = ref?.trim() ?? '';
    if (wanted === '' || (await this.events.findByRef(wanted, manager))) return;
    throw unprocessable([
      {
        field: 'replacedBy',
        code: 'no-such-event',
        message: `There is no event called “${wanted}”. Copy its name from its address.`,
      },
    ]);
  }
}
