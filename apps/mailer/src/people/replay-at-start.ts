import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Outbox, sendUnlessWaiting } from '#messaging';
import { Transactions, type Log } from '#platform';
import { LOG } from '../tokens.js';

/** Asks `members` for all people when the service starts and has been told of none yet. */
@Injectable()
export class ReplayAtStart implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const correlationId = randomUUID();
    if (await this.askIfNobodyIsKnown(correlationId)) {
      this.log.info({ correlationId }, 'nobody is known yet; asking members');
    }
  }

  private askIfNobodyIsKnown(correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const [known]: { some: boolean }[] = await manager.query('SELECT EXISTS (SELECT FROM people) AS some');
      if (known?.some === true) return false;
      return sendUnlessWaiting(manager, this.outbox, {
        type: 'mailer.replay-requested.v1',
        aggregate: { id: 'mailer', version: 0 },
        correlationId,
        payload: { what: ['people'] },
      });
    });
  }
}
