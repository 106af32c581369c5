import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import { Transactions } from '#platform';

/** Any number that nothing else locks in the calendar's database. */
const replayLock = 5_741_201;

const requested = 'events-calendar.replay-requested.v1';

/** Asks `members` for everything that the calendar keeps of people and organisations. */
@Injectable()
export class RequestReplay {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param correlationId of the request that wanted it
   * @returns whether it was asked for now; `false` while a request is still on its way
   */
  async run(correlationId: string): Promise<boolean> {
    return this.transactions.run((manager) => this.ask(manager, correlationId));
  }

  /**
   * Asks if nothing has been told yet, as at the very first start, or when the calendar's data was lost.
   *
   * @returns whether it was asked for now
   */
  async ifNothingIsKnown(correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const [known]: { some: boolean }[] = await manager.query(
        'SELECT EXISTS (SELECT FROM organisations) OR EXISTS (SELECT FROM people) AS some',
      );
      return known?.some === true ? false : this.ask(manager, correlationId);
    });
  }

  private async ask(manager: EntityManager, correlationId: string): Promise<boolean> {
    // Several replicas start at once.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [replayLock]);
    const waiting: unknown[] = await manager.query(
      'SELECT id FROM outbox WHERE type = $1 AND delivered_at IS NULL LIMIT 1',
      [requested],
    );
    if (waiting.length > 0) return false;
    await this.outbox.add(manager, {
      type: requested,
      aggregate: { id: 'events-calendar', version: 0 },
      correlationId,
      payload: { what: ['organisations', 'people'] },
    });
    return true;
  }
}
