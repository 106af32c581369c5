import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldChange } from '#checks';
import { notedActor } from '#people';
import { conflict, Transactions, type Actor, type Problem } from '#platform';
import type { Visit } from '../visits/domain/visit.js';
import { editedMeanwhile, mustNotBeOver } from '../visits/change-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { SelectionRow } from './selection.entities.js';

/** 409: what everybody was told stays as it is. */
export const selectionTold = (): Problem =>
  conflict(
    'selection-told',
    'All applicants have been told the result, so it stays as it is. Places that become free go to the reserves.',
  );

/** What a step of the selection is done with. */
export interface SelectionWork {
  readonly manager: EntityManager;
  /** As histories name them. */
  readonly actor: Actor;
  /** Under its lock. */
  readonly visit: Visit;
  /** As it is under the lock; a new one at its first step. */
  readonly selection: SelectionRow;
}

/** What a step leads to. */
export interface SelectionStep<Result> {
  readonly result: Result;
  /** Columns of the selection that change. */
  readonly columns?: Partial<Omit<SelectionRow, 'visitId' | 'version'>>;
  /** How the visit’s history heads it; `null`: nothing was changed. */
  readonly action: string | null;
  readonly reason?: string;
  readonly changes?: readonly FieldChange[];
}

/** What every step of a selection begins and ends with. */
@Injectable()
export class ChangeSelection {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly history: VisitHistory,
  ) {}

  /**
   * Does it under the visit’s lock and notes it in its history.
   *
   * @param seen the version of the selection that the person saw; `null`: whichever it is
   * @throws Problem 404; 409 `visit-ended`, `selection-told`, `edited-meanwhile`; whatever the work throws
   */
  run<Result>(
    actor: Actor,
    visitId: string,
    seen: number | null,
    work: (given: SelectionWork) => Promise<SelectionStep<Result>>,
  ): Promise<Result> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const visit = await this.lock.run(manager, visitId);
      mustNotBeOver(visit);
      const selection = await this.findOrBegin(manager, visit.id);
      if (selection.toldAt !== null) throw selectionTold();
      if (seen !== null && selection.version !== seen) throw editedMeanwhile();
      const { result, columns, action, reason, changes } = await work({
        manager,
        actor: noted,
        visit,
        selection,
      });
      if (action === null) return result;
      const version = selection.version + 1;
      await manager.update(SelectionRow, { visitId: visit.id }, { ...columns, version });
      await this.history.note(manager, visit.id, {
        actor: noted,
        action,
        reason: reason ?? null,
        changes: changes ?? [],
      });
      return result;
    });
  }

  private async findOrBegin(manager: EntityManager, visitId: string): Promise<SelectionRow> {
    await manager.query(
      'INSERT INTO selections (visit_id, version) VALUES ($1, 1) ON CONFLICT (visit_id) DO NOTHING',
      [visitId],
    );
    return manager.findOneByOrFail(SelectionRow, { visitId });
  }
}
