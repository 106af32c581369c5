import { randomUUID } from 'node:crypto';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contractOf, type AppName } from '#contracts';
import type { Log, Transactions } from '#platform';
import type { Outbox } from '../outbox.js';
import type { RetellingApp } from './retelling-app.js';

/** Who asks whom. */
export interface Asking {
  readonly app: RetellingApp;
  /** A query for each app that is asked, which gives a row exactly if anything is known from it. */
  readonly known: Readonly<Partial<Record<AppName, string>>>;
  readonly log: Log;
}

/**
 * Asks other apps for what they told before this one was there to hear it: each of them once, when the service starts for the
 * first time since it gets their messages, and again at any start at which nothing is known from it.
 */
export class AskForRetelling implements OnApplicationBootstrap {
  /** @throws Error when it is not said how to see that something is known from an app that is asked */
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly own: Asking,
  ) {
    const untold = this.sources().find((source) => own.known[source] === undefined);
    if (untold !== undefined) throw new Error(`${own.app} does not say what it knows from ${untold}`);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const source of this.sources()) {
      const correlationId = randomUUID();
      if (await this.ask(source, correlationId)) {
        this.own.log.info({ correlationId, source }, 'asking to be told once more what is to come');
      }
    }
  }

  private sources(): readonly AppName[] {
    return contractOf(`${this.own.app}.retelling-requested.v1`).consumers;
  }

  /** @returns whether it was asked now; replicas that start together ask once */
  private ask(source: AppName, correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const first: unknown[] = await manager.query(
        `INSERT INTO retellings (source, asked_at) VALUES ($1, now()) ON CONFLICT (source) DO NOTHING RETURNING source`,
        [source],
      );
      if (first.length === 0 && !(await this.isNeededAgain(manager, source))) return false;
      await this.outbox.add(manager, {
        type: `${this.own.app}.retelling-requested.v1`,
        aggregate: { id: source, version: 0 },
        correlationId,
        payload: {},
        to: [source],
      });
      return true;
    });
  }

  /** Whether nothing is known, and no request is on its way. */
  private async isNeededAgain(manager: EntityManager, source: AppName): Promise<boolean> {
    await manager.query('UPDATE retellings SET asked_at = now() WHERE source = $1', [source]);
    const [found]: { known: boolean; waiting: boolean }[] = await manager.query(
      `SELECT EXISTS (${this.own.known[source]}) AS known, EXISTS (
         SELECT FROM outbox WHERE type = $1 AND aggregate_id = $2 AND delivered_at IS NULL
       ) AS waiting`,
      [`${this.own.app}.retelling-requested.v1`, source],
    );
    return found !== undefined && !found.known && !found.waiting;
  }
}
