import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { Transactions, type Actor } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ExhibitionHistory } from '../exhibitions/exhibition-history.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import type { FieldChange } from '#checks';

/** What was done to a task, a cost or a document, for the exhibition's history. */
export interface PlanChange {
  /** "Task added: “Book the stand”" */
  readonly action: string;
  readonly changes: readonly FieldChange[];
}

/** What a change of a plan is done with. */
export interface PlanWork {
  readonly manager: EntityManager;
  /** As histories name them. */
  readonly actor: Actor;
  readonly exhibition: Exhibition;
}

/** Changes what is planned for an exhibition: a task, a cost, a document. The exhibition's own version stays as it is. */
@Injectable()
export class ChangePlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly history: ExhibitionHistory,
  ) {}

  /**
   * Does it under the exhibition's lock and notes it.
   *
   * @param work gives what it leads to and what the history says of it; `null`: nothing was changed
   * @throws Problem 404; whatever the work throws
   */
  run<Result>(
    actor: Actor,
    exhibitionId: string,
    work: (given: PlanWork) => Promise<{ readonly result: Result; readonly change: PlanChange | null }>,
  ): Promise<Result> {
    return this.transactions.run((manager) => this.within(manager, actor, exhibitionId, work));
  }

  /** The same within a transaction that holds no lock yet. */
  async within<Result>(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    work: (given: PlanWork) => Promise<{ readonly result: Result; readonly change: PlanChange | null }>,
  ): Promise<Result> {
    const noted = await notedActor(manager, actor);
    const exhibition = await this.lock.run(manager, exhibitionId);
    const { result, change } = await work({ manager, actor: noted, exhibition });
    if (change !== null) await this.history.note(manager, exhibitionId, { actor: noted, ...change });
    return result;
  }
}
