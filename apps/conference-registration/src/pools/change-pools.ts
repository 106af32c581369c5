import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { changesBetween } from '../set-up/domain/changes.js';
import { asSeen, type Seen } from '../set-up/problems.js';
import { SetUp } from '../set-up/set-up.js';
import { TicketsRepository } from '../tickets/tickets.repository.js';
import { checkPool, poolWords, type Pool, type PoolInput } from './domain/pool-details.js';
import { PoolsRepository } from './pools.repository.js';

/** More than a page can show or a person keep in mind. */
export const mostPools = 50;

/** Sets, changes and lifts the limits that ticket types share. */
@Injectable()
export class ChangePools {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly pools: PoolsRepository,
  ) {}

  /**
   * Sets a limit, within a transaction of the caller's, who makes sure that a second press of the button does not come here.
   *
   * @throws Problem 404; 409 `conference-ended`; 422 with every field that needs attention
   */
  async add(manager: EntityManager, actor: Actor, conferenceId: string, input: PoolInput): Promise<Pool> {
    const conference = await this.setUp.open(manager, conferenceId);
    const tickets = await this.tickets.list(conference, manager);
    const details = valueOf(checkPool(input, tickets));
    const others = await this.pools.list(conferenceId, manager);
    if (others.length >= mostPools) {
      const message = `A conference has ${mostPools} limits at most. Lift one that is not needed first.`;
      throw unprocessable([{ field: '', code: 'too-many', message }]);
    }
    const version = await this.setUp.record(manager, conferenceId, {
      actor,
      action: `set the limit “${details.name}”`,
      changes: changesBetween(null, poolWords(details, tickets)),
    });
    const position = Math.max(0, ...others.map((other) => other.position)) + 1;
    const pool = { ...details, id: uuidv7(), position, version };
    await this.pools.add(manager, conferenceId, pool);
    await this.setUp.poolsChanged(manager, conferenceId);
    return pool;
  }

  /**
   * Changes a limit. It may be lowered below what is taken: nobody loses a place, and nothing more is sold.
   *
   * @throws Problem 404; 409 `edited-meanwhile`, `conference-ended`; 422 with every field that needs attention
   */
  async edit(actor: Actor, { conferenceId, id, version }: Seen, input: PoolInput): Promise<Pool> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = asSeen(await this.pools.read(conferenceId, id, manager), version, 'limit');
      const tickets = await this.tickets.list(conference, manager);
      const details = valueOf(checkPool(input, tickets));
      const changes = changesBetween(poolWords(before, tickets), poolWords(details, tickets));
      if (changes.length === 0) return before;
      const action = `changed the limit “${before.name}”`;
      const after = {
        ...before,
        ...details,
        version: await this.setUp.record(manager, conferenceId, { actor, action, changes }),
      };
      await this.pools.update(manager, after);
      await this.setUp.poolsChanged(manager, conferenceId);
      return after;
    });
  }

  /** Lifts a limit. @throws Problem 404; 409 `conference-ended` */
  async remove(actor: Actor, conferenceId: string, id: string): Promise<Pool> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const pool = await this.pools.read(conferenceId, id, manager);
      const tickets = await this.tickets.list(conference, manager);
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: `lifted the limit “${pool.name}”`,
        changes: changesBetween(poolWords(pool, tickets), null),
      });
      await this.pools.delete(manager, id);
      await this.setUp.poolsChanged(manager, conferenceId);
      return pool;
    });
  }
}
