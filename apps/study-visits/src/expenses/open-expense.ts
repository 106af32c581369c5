import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges, notedActor } from '#people';
import type { Actor } from '#platform';
import { isId } from '../domain/ids.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { stateAfter, type ExpenseState, type ExpenseStep } from './domain/steps.js';
import { expenseOf, type KeptExpense } from './expense-of.js';
import { ExpenseRow } from './expense.entities.js';
import { expenseMeanwhile, noSuchExpense, wrongState } from './problems.js';

/** Who comes to expenses: a traveller by their own link, to their own; staff, to all of a visit. */
export type Comer = { readonly secret: string } | { readonly actor: Actor; readonly visitId: string };

/** Who came, and where. */
export interface Arrived {
  readonly visit: Visit;
  /** `null`: staff. */
  readonly traveller: Traveller | null;
  /** As histories name them; `null`: by a link. */
  readonly actor: Actor | null;
}

/** Which expense, and the version of it that the person saw; `null`: whichever it is. */
export interface SeenExpense {
  readonly id: string;
  readonly version: number | null;
}

/** Lets those who come to their expenses, and finds the one they mean. */
@Injectable()
export class OpenExpense {
  constructor(
    private readonly travellers: OpenTraveller,
    private readonly visits: FindVisit,
    private readonly lock: LockVisit,
  ) {}

  /** @throws Problem 404 */
  async read(comer: Comer): Promise<Arrived> {
    if (!('secret' in comer)) {
      return { visit: await this.visits.byId(comer.visitId), traveller: null, actor: comer.actor };
    }
    const { visit, traveller } = await this.travellers.read(comer);
    return { visit, traveller, actor: null };
  }

  /** The same under the visit's lock, in a transaction that holds none yet. @throws Problem 404 */
  async forChange(manager: EntityManager, comer: Comer): Promise<Arrived> {
    if (!('secret' in comer)) {
      const actor = await notedActor(manager, comer.actor);
      return { visit: await this.lock.run(manager, comer.visitId), traveller: null, actor };
    }
    await lockPeopleForChanges(manager);
    const { visit, traveller } = await this.travellers.forChange(comer, manager);
    return { visit, traveller, actor: null };
  }

  /** @throws Problem 404, also for somebody else's; 409 `edited-meanwhile` */
  async one(
    manager: EntityManager,
    { visit, traveller }: Arrived,
    { id, version }: SeenExpense,
  ): Promise<KeptExpense> {
    const where = { id, visitId: visit.id, ...(traveller !== null && { travellerId: traveller.id }) };
    const row = isId(id) ? await manager.findOneBy(ExpenseRow, where) : null;
    if (row === null) throw noSuchExpense();
    if (version !== null && row.version !== version) throw expenseMeanwhile();
    return expenseOf(row);
  }

  /** Where a step leads an expense. @throws Problem 409 `wrong-state` */
  after(step: ExpenseStep, expense: KeptExpense): ExpenseState {
    const state = stateAfter(step, expense);
    if (state === null) throw wrongState(step, expense.state);
    return state;
  }
}
