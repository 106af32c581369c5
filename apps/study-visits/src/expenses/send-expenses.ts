import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, Problem, Transactions, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { CountExpense } from './count-expense.js';
import { expenseOf, type KeptExpense } from './expense-of.js';
import { ExpenseRow } from './expense.entities.js';
import { OpenExpense, type Comer, type SeenExpense } from './open-expense.js';

/** What became of all that somebody had written. */
export interface SentExpenses {
  readonly sent: readonly KeptExpense[];
  /** What stays, with why. */
  readonly left: readonly { readonly expense: KeptExpense; readonly why: string }[];
}

/** Sends expenses to staff, and takes them back. */
@Injectable()
export class SendExpenses {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenExpense,
    private readonly count: CountExpense,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sends one. What it counts as is fixed by the rate that is stated for its day now.
   *
   * @throws Problem 404; 409 `edited-meanwhile`, `wrong-state`, `receipt-missing`; 422 where its day has no rate any more
   */
  one(comer: Comer, seen: SeenExpense): Promise<KeptExpense> {
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, comer);
      return this.send(manager, await this.open.one(manager, arrived, seen));
    });
  }

  /** Sends all that a traveller has written, or that whoever of the staff is at it has. What cannot be sent yet stays. */
  all(comer: Comer): Promise<SentExpenses> {
    return this.transactions.run(async (manager) => {
      const { visit, traveller, actor } = await this.open.forChange(manager, comer);
      const whose = traveller === null ? { personId: personOf(actor) } : { travellerId: traveller.id };
      const rows = await manager.find(ExpenseRow, {
        where: { visitId: visit.id, state: 'written', ...whose },
        order: { number: 'ASC' },
      });
      const sent: KeptExpense[] = [];
      const left: { expense: KeptExpense; why: string }[] = [];
      for (const expense of rows.map(expenseOf)) {
        try {
          sent.push(await this.send(manager, expense));
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          left.push({ expense, why: error.fields[0]?.message ?? error.detail });
        }
      }
      return { sent, left };
    });
  }

  /** Takes back one that staff have not decided on. @throws Problem 404; 409 `edited-meanwhile`, `wrong-state` */
  withdraw(comer: Comer, seen: SeenExpense): Promise<KeptExpense> {
    return this.transactions.run(async (manager) => {
      const arrived = await this.open.forChange(manager, comer);
      const before = await this.open.one(manager, arrived, seen);
      const state = this.open.after('withdraw', before);
      await manager.update(
        ExpenseRow,
        { id: before.id },
        { state, sentAt: null, version: before.version + 1 },
      );
      return expenseOf(await manager.findOneByOrFail(ExpenseRow, { id: before.id }));
    });
  }

  private async send(manager: EntityManager, before: KeptExpense): Promise<KeptExpense> {
    const state = this.open.after('send', before);
    if (before.receipt === null && before.noReceiptWhy === '') {
      throw conflict(
        'receipt-missing',
        `No. ${before.number}, “${before.what}”, has no receipt. Add it, or say why there is none.`,
      );
    }
    const counted = await this.count.run(manager, before.visitId, before);
    await manager.update(
      ExpenseRow,
      { id: before.id },
      { ...counted, state, sentAt: dateOf(this.clock()), refusedWhy: '', version: before.version + 1 },
    );
    return expenseOf(await manager.findOneByOrFail(ExpenseRow, { id: before.id }));
  }
}

/** A person's id that nobody has where nobody is signed in, so that nothing is found. */
const personOf = (actor: Actor | null): string => actor?.identity.personId ?? '';
