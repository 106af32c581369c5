import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { checkText, dayFromIso, type Checked } from '#checks';
import { dateOf, doneBy, Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { moneyInWords } from '#ui';
import { BudgetLineRow } from '../budget/budget-line.entity.js';
import { isId } from '../domain/ids.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { VisitHistory } from '../visits/visit-history.js';
import type { ExpenseStep } from './domain/steps.js';
import { expenseOf, type KeptExpense } from './expense-of.js';
import { ExpenseRow, ExpenseSharerRow } from './expense.entities.js';
import { OpenExpense, type Arrived, type SeenExpense } from './open-expense.js';
import { ownClaim } from './problems.js';
import { WriteToClaimant } from './write-to-claimant.js';

/** Who decides about which expense. */
export interface Deciding extends SeenExpense {
  readonly actor: Actor;
  readonly visitId: string;
}

/** Where an expense that is agreed to goes. */
export interface AgreedInput {
  /** A line of the budget; `''`: it is on none. */
  readonly budgetLineId: string;
  /** Whom it was for, where it was for some: travellers' ids. */
  readonly sharers: readonly string[];
}

export interface PaidInput {
  readonly on: Checked<string | null>;
  readonly reference: string;
}

/** What staff do with an expense that was sent to them. Nobody decides about a claim of their own. */
@Injectable()
export class DecideExpense {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenExpense,
    private readonly history: VisitHistory,
    private readonly write: WriteToClaimant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`, `wrong-state`, `own-claim`; 422 */
  agree(deciding: Deciding, { budgetLineId, sharers }: AgreedInput): Promise<KeptExpense> {
    return this.step('agree', deciding, async (manager, { visit, actor }, expense) => {
      const line = await lineOf(manager, visit.id, budgetLineId);
      const shared = await sharersOf(manager, expense, sharers);
      await manager.delete(ExpenseSharerRow, { expenseId: expense.id });
      if (shared.length > 0) {
        const { id: expenseId } = expense;
        await manager.insert(
          ExpenseSharerRow,
          shared.map((travellerId) => ({ expenseId, travellerId })),
        );
      }
      return {
        columns: { ...this.decision(actor ?? deciding.actor), budgetLineId: line },
        words: 'agreed to',
      };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `wrong-state`, `own-claim`; 422 without a reason */
  refuse(deciding: Deciding, why: string): Promise<KeptExpense> {
    return this.step('refuse', deciding, async (manager, { visit, actor }, expense) => {
      const reason = valueOf(checkReason(why));
      await this.write.refused(manager, visit, expense, reason, deciding.actor.requestId);
      const columns = { ...this.decision(actor ?? deciding.actor), refusedWhy: reason };
      return { columns, words: 'refused', reason };
    });
  }

  /** Notes that somebody has their money back. @throws Problem 404; 409; 422 */
  pay(deciding: Deciding, { on, reference }: PaidInput): Promise<KeptExpense> {
    return this.step('pay', deciding, async (manager, { visit }, expense) => {
      const day = this.paidDay(on, visit.zone);
      const paidReference = reference.trim().slice(0, 100);
      await this.write.paid(manager, visit, expense, deciding.actor.requestId);
      return { columns: { paidOn: day, paidReference }, words: 'paid back' };
    });
  }

  /** Goes back on the last thing that was decided. @throws Problem 404; 409; 422 without a reason */
  reopen(deciding: Deciding, why: string): Promise<KeptExpense> {
    return this.step('reopen', deciding, async (_manager, _arrived, { state }) => {
      const reason = valueOf(checkReason(why));
      const columns =
        state === 'paid'
          ? { paidOn: null, paidReference: '' }
          : { decidedAt: null, decidedById: null, decidedByName: '', refusedWhy: '', budgetLineId: null };
      const words = state === 'paid' ? 'not paid back after all' : 'to be decided again';
      return { columns, words, reason };
    });
  }

  /** Why somebody may not decide about an expense: it is their own. @returns `null` where they may */
  async mayNot(expense: KeptExpense, actor: Actor): Promise<string | null> {
    return this.transactions.run(async (manager) =>
      (await isOwn(manager, expense, actor)) ? ownClaim().detail : null,
    );
  }

  private step(
    step: ExpenseStep,
    { actor, visitId, ...seen }: Deciding,
    work: (manager: EntityManager, arrived: Arrived, expense: KeptExpense) => Promise<Decided>,
  ): Promise<KeptExpense> {
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, { actor, visitId });
      const before = await this.open.one(manager, arrived, seen);
      const state = this.open.after(step, before);
      if (await isOwn(manager, before, arrived.actor)) throw ownClaim();
      const { columns, words, reason } = await work(manager, arrived, before);
      await manager.update(ExpenseRow, { id: before.id }, { ...columns, state, version: before.version + 1 });
      await this.history.note(manager, arrived.visit.id, {
        actor: arrived.actor ?? actor,
        action: `Expense ${before.number} ${words}: ${moneyInWords(before.pence)}`,
        ...(reason !== undefined && { reason }),
        changes: [],
      });
      return expenseOf(await manager.findOneByOrFail(ExpenseRow, { id: before.id }));
    });
  }

  private decision(actor: Actor) {
    const by = doneBy(actor);
    return {
      decidedAt: dateOf(this.clock()),
      decidedById: by.actorId ?? by.personId,
      decidedByName: by.actorName ?? by.personName,
    };
  }

  private paidDay(on: Checked<string | null>, zone: string): string {
    const day = valueOf(on);
    const today = this.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
    if (day !== null && day <= today) return day;
    const message = day === null ? 'Enter the day on which it was paid back.' : 'Enter a day that has been.';
    throw unprocessable([{ field: 'on', code: day === null ? 'missing' : 'day-to-come', message }]);
  }
}

interface Decided {
  readonly columns: Partial<ExpenseRow>;
  readonly words: string;
  readonly reason?: string;
}

export const checkReason = (why: string): Checked<string> =>
  checkText<string>(why, 'why', {
    longest: 500,
    manyLines: true,
    missing: { code: 'missing', message: 'Say why, for whoever claims it reads this.' },
  });

/** As what a day that programs send is read. */
export const paidOnOf = (iso: string | null): Checked<string | null> => dayFromIso(iso, 'on');

async function isOwn(manager: EntityManager, expense: KeptExpense, actor: Actor | null): Promise<boolean> {
  const personId = actor?.identity.personId ?? null;
  if (personId === null) return false;
  if (expense.personId === personId) return true;
  if (expense.travellerId === null) return false;
  return manager.existsBy(TravellerRow, { id: expense.travellerId, personId });
}

async function lineOf(manager: EntityManager, visitId: string, id: string): Promise<string | null> {
  if (id === '') return null;
  if (isId(id) && (await manager.existsBy(BudgetLineRow, { id, visitId }))) return id;
  const message = 'Choose one of the budget’s lines, or none.';
  throw unprocessable([{ field: 'budgetLineId', code: 'unknown-choice', message }]);
}

async function sharersOf(
  manager: EntityManager,
  { visitId, forWhom }: KeptExpense,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (forWhom !== 'some') return [];
  const asked = [...new Set(ids)].filter(isId);
  const found = await manager.find(TravellerRow, {
    select: { id: true },
    where: { visitId, id: In(asked) },
    order: { number: 'ASC' },
  });
  if (found.length > 0 && found.length === new Set(ids).size) return found.map(({ id }) => id);
  const message = 'Tick whom it was for, of those who travel.';
  throw unprocessable([{ field: 'sharers', code: 'missing', message }]);
}
