import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, doneBy, Transactions, unprocessable, valueOf } from '#platform';
import { moneyInWords } from '#ui';
import type { SentFile } from '#uploads';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { CountExpense } from './count-expense.js';
import { checkExpense, type Expense, type ExpenseInput } from './domain/expense.js';
import { isOpen } from './domain/steps.js';
import { expenseOf, type KeptExpense } from './expense-of.js';
import { ExpenseRow } from './expense.entities.js';
import { OpenExpense, type Arrived, type Comer, type SeenExpense } from './open-expense.js';
import { wrongState } from './problems.js';
import { checkReceipt, Receipts, type CheckedReceipt } from './receipts.js';

/** An expense as somebody writes it, with the receipt where one is sent. */
export interface WrittenExpense {
  readonly input: ExpenseInput;
  readonly file: SentFile | null;
}

/** More than this of one visit is no longer looked through. */
const mostExpenses = 2000;

/** Writes down, changes and deletes what somebody spent for a visit. */
@Injectable()
export class WriteExpense {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenExpense,
    private readonly count: CountExpense,
    private readonly receipts: Receipts,
    private readonly travellers: ReadTravellers,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of a transaction that holds no lock yet
   * @param claimant the traveller for whom staff write; `''`: whoever writes
   * @throws Problem 404; 409 `has-withdrawn`, `too-many`; 413; 422 with every field that needs attention
   */
  async add(
    manager: EntityManager,
    comer: Comer,
    claimant: string,
    { input, file }: WrittenExpense,
  ): Promise<KeptExpense> {
    const receipt = checkReceipt(file);
    const arrived = await this.open.forChange(manager, comer);
    const { visit, actor } = arrived;
    const expense = valueOf(checkExpense(input, this.today(visit)));
    const claimedBy = await this.claimant(manager, arrived, claimant);
    const counted = await this.count.run(manager, visit.id, expense);
    const [last]: { number: number }[] = await manager.query(
      'SELECT coalesce(max(number), 0)::int AS number FROM expenses WHERE visit_id = $1',
      [visit.id],
    );
    const number = (last?.number ?? 0) + 1;
    if (number > mostExpenses)
      throw conflict('too-many', `There are ${mostExpenses} expenses of this visit already.`);
    const id = uuidv7();
    await manager.insert(ExpenseRow, {
      ...expense,
      ...counted,
      ...claimedBy,
      id,
      visitId: visit.id,
      number,
      receiptName: null,
      receiptType: null,
      receiptDigest: null,
      state: 'written',
      budgetLineId: null,
      writtenAt: dateOf(this.clock()),
      sentAt: null,
      decidedAt: null,
      decidedById: null,
      decidedByName: '',
      refusedWhy: '',
      paidOn: null,
      paidReference: '',
      version: 1,
    });
    if (receipt !== null) await this.receipts.keep(manager, id, receipt);
    if (actor !== null) {
      const action = `Expense ${number} written down: ${moneyInWords(counted.pence)}`;
      await this.history.note(manager, visit.id, { actor, action, changes: [] });
    }
    return this.kept(manager, id);
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `wrong-state`; 413; 422 */
  async edit(comer: Comer, seen: SeenExpense, { input, file }: WrittenExpense): Promise<KeptExpense> {
    const receipt = checkReceipt(file);
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, comer);
      const before = await this.open.one(manager, arrived, seen);
      const state = this.open.after('save', before);
      const expense = valueOf(checkExpense(input, this.today(arrived.visit)));
      const counted = await this.count.run(manager, arrived.visit.id, expense);
      if (isSame(before, expense, receipt) && before.state === state) return before;
      await manager.update(
        ExpenseRow,
        { id: before.id },
        {
          ...expense,
          ...counted,
          state,
          decidedAt: null,
          decidedById: null,
          decidedByName: '',
          version: before.version + 1,
        },
      );
      if (receipt !== null) await this.receipts.keep(manager, before.id, receipt);
      if (arrived.actor !== null) {
        const action = `Expense ${before.number} changed: ${moneyInWords(counted.pence)}`;
        await this.history.note(manager, arrived.visit.id, { actor: arrived.actor, action, changes: [] });
      }
      return this.kept(manager, before.id);
    });
  }

  /** Keeps a receipt, in place of what there is. @throws Problem 404; 409 `edited-meanwhile`, `wrong-state`; 413; 422 */
  async attach(comer: Comer, seen: SeenExpense, file: SentFile | null): Promise<KeptExpense> {
    const receipt = checkReceipt(file);
    if (receipt === null) {
      throw unprocessable([{ field: 'file', code: 'missing', message: 'Choose a file.' }]);
    }
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, comer);
      const before = await this.open.one(manager, arrived, seen);
      if (!isOpen(before.state)) throw wrongState('save', before.state);
      await this.receipts.keep(manager, before.id, receipt);
      await manager.update(ExpenseRow, { id: before.id }, { version: before.version + 1 });
      return this.kept(manager, before.id);
    });
  }

  /** Whether it says already what a form says: a second press of its button. @throws Problem 413; 422 for the file */
  saysAlready(kept: KeptExpense, { input, file }: WrittenExpense, visit: Visit): boolean {
    const checked = checkExpense(input, this.today(visit));
    return checked.ok && isSame(kept, checked.value, checkReceipt(file));
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `wrong-state` */
  remove(comer: Comer, seen: SeenExpense): Promise<KeptExpense> {
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, comer);
      const before = await this.open.one(manager, arrived, seen);
      if (!isOpen(before.state)) throw wrongState('save', before.state);
      await manager.delete(ExpenseRow, { id: before.id });
      if (arrived.actor !== null) {
        const action = `Expense ${before.number} deleted: ${moneyInWords(before.pence)}`;
        await this.history.note(manager, arrived.visit.id, { actor: arrived.actor, action, changes: [] });
      }
      return before;
    });
  }

  private today({ zone }: Visit): string {
    return this.clock().toZonedDateTimeISO(zone).toPlainDate().toString();
  }

  /** @throws Problem 409 for a traveller who has withdrawn; 422 for one whom the visit does not have */
  private async claimant(manager: EntityManager, { visit, traveller, actor }: Arrived, chosen: string) {
    if (traveller?.status === 'withdrawn')
      throw conflict('has-withdrawn', 'You have withdrawn. Write to those who look after the visit.');
    if (traveller !== null) return { travellerId: traveller.id, personId: null, personName: '' };
    if (chosen === '') {
      const by = actor === null ? null : doneBy(actor);
      return { travellerId: null, personId: by?.personId ?? null, personName: by?.personName ?? '' };
    }
    const found = (await this.travellers.all(visit.id, manager)).find(({ id }) => id === chosen);
    if (found !== undefined) return { travellerId: found.id, personId: null, personName: '' };
    const message = 'Choose yourself, or one of those who travel.';
    throw unprocessable([{ field: 'claimant', code: 'unknown-choice', message }]);
  }

  private async kept(manager: EntityManager, id: string): Promise<KeptExpense> {
    return expenseOf(await manager.findOneByOrFail(ExpenseRow, { id }));
  }
}

const isSame = (kept: KeptExpense, expense: Expense, receipt: CheckedReceipt | null): boolean =>
  (Object.keys(expense) as (keyof Expense)[]).every((key) => kept[key] === expense[key]) &&
  (receipt === null || receipt.digest === kept.receipt?.digest);
