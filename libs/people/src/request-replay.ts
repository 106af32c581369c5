import { Inject, Injectable } from '@nestjs/common';
import { Outbox, sendUnlessWaiting } from '#messaging';
import { Transactions } from '#platform';
import { PEOPLE_OF, type PeopleOf } from './people-of.js';

/** Asks `members` for all people and organisations. */
@Injectable()
export class RequestReplay {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(PEOPLE_OF) private readonly own: PeopleOf,
  ) {}

  /**
   * Asks if nothing has been told yet, as at the very first start, or when the data was lost. What the demonstration put
   * there was not told: it has no version (0), and is a part of all that there is.
   *
   * @param correlationId of what wanted it
   * @returns whether it was asked for now
   */
  async ifNothingIsKnown(correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const [known]: { some: boolean }[] = await manager.query(
        'SELECT EXISTS (SELECT FROM organisations WHERE version > 0) OR EXISTS (SELECT FROM people WHERE version > 0) AS some',
      );
      if (known?.some === true) return false;
      return sendUnlessWaiting(manager, this.outbox, {
        type: `${this.own.app}.replay-requested.v1`,
        aggregate: { id: this.own.app, version: 0 },
        correlationId,
        payload: { what: ['organisations', 'people'] },
      });
    });
  }
}
