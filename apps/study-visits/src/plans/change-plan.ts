import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { Transactions, type Actor } from '#platform';
import type { Visit } from '../visits/domain/visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { LockVisit } from '../visits/lock-visit.js';
import type { FieldChange } from '#checks';

/** What was done to a cost, a risk or a document, for the visit's history. */
export interface PlanChange {
  /** "Risk added: “The coach has an accident”" */
  readonly action: string;
  readonly changes: readonly FieldChange[];
}

/** What a change of a plan is done with. */
export interface PlanWork {
  readonly manager: EntityManager;
  /** As histories name them. */
  readonly actor: Actor;
  readonly visit: Visit;
}

/** Changes what is planned for a visit: a cost, a risk, a document. The visit's own version stays as it is. */
@Injectable()
export class ChangePlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly history: VisitHistory,
  ) {}

  /**
   * Does it under the visit's lock and notes it.
   *
   * @param work gives what it leads to and what the history says of it; `null`: nothing was changed
   * @throws Problem 404; whatever the work throws
   */
  run<Result>(
    actor: Actor,
    visitId: string,
    work: (given: PlanWork) => Promise<{ readonly result: Result; readonly change: PlanChange | null }>,
  ): Promise<Result> {
    return this.transactions.run((manager) => this.within(manager, actor, visitId, work));
  }

  /** The same within a transaction that holds no lock yet. */
  async within<Result>(
    manager: EntityManager,
    actor: Actor,
    visitId: string,
    work: (given: PlanWork) => Promise<{ readonly result: Result; readonly change: PlanChange | null }>,
  ): Promise<Result> {
    const noted = await notedActor(manager, actor);
    const visit = await this.lock.run(manager, visitId);
    const { result, change } = await work({ manager, actor: noted, visit });
    if (change !== null) await this.history.note(manager, visitId, { actor: noted, ...change });
    return result;
  }
}
