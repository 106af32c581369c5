import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isId } from '../domain/ids.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { BudgetLineRow } from './budget-line.entity.js';
import { balanceOf, budgetCategories, type Balance } from './domain/budget.js';

/** A line with the expenses that are on it. */
export interface ReadLine extends BudgetLineRow {
  /** Agreed to; 0: there are none. */
  readonly expensesPence: number;
}

/** A visit's budget, with what it comes to. */
export interface Budget {
  readonly lines: readonly ReadLine[];
  /** Those who have a place now. */
  readonly delegates: number;
  readonly balance: Balance;
}

/** What a visit may cost, and did, and who pays for it. */
@Injectable()
export class ReadBudget {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
  ) {}

  /** By category. */
  async of(visit: Visit): Promise<Budget> {
    const rows = await this.dataSource.manager.find(BudgetLineRow, {
      where: { visitId: visit.id },
      order: { id: 'ASC' },
    });
    const place = ({ category }: BudgetLineRow) => budgetCategories.indexOf(category);
    const expenses = await this.expensesOf(visit.id);
    const lines = rows
      .toSorted((one, other) => place(one) - place(other))
      .map((row) => ({ ...row, expensesPence: expenses.get(row.id) ?? 0 }));
    const travellers = await this.travellers.confirmed(visit.id);
    const delegates = travellers.filter(({ part }) => part === 'delegate');
    const balance = balanceOf({
      lines,
      pricePence: visit.pricePence,
      places: visit.places,
      fundedPlaces: visit.fundedPlaces,
      delegates: delegates.length,
      fundedDelegates: delegates.filter(({ funded }) => funded).length,
    });
    return { lines, delegates: delegates.length, balance };
  }

  /** What was agreed to of expenses on each line; lines without are left out. */
  private async expensesOf(visitId: string): Promise<ReadonlyMap<string, number>> {
    const rows: { line: string; pence: number }[] = await this.dataSource.query(
      `SELECT budget_line_id AS line, sum(pence)::int AS pence FROM expenses
       WHERE visit_id = $1 AND budget_line_id IS NOT NULL AND state IN ('agreed', 'paid') GROUP BY budget_line_id`,
      [visitId],
    );
    return new Map(rows.map(({ line, pence }) => [line, pence]));
  }

  /** @throws Problem 404 */
  async one({ visitId, id }: Omit<SeenThing, 'version'>): Promise<BudgetLineRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(BudgetLineRow, { id, visitId }) : null;
    return asSeen(row, { version: null }, 'line');
  }
}
