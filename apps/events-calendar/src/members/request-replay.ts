import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox, sendUnlessWaiting } from '#messaging';
import { Transactions } from '#platform';

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

  private ask(manager: EntityManager, correlationId: string): Promise<boolean> {
    return sendUnlessWaiting(manager, this.outbox, {
      type: 'events-calendar.replay-requested.v1',
      aggregate: { id: 'events-calendar', version: 0 },
      correlationId,
      payload: { what: ['organisations', 'people'] },
    });
  }
}
