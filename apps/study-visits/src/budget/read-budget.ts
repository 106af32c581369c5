import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isId } from '../domain/ids.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { BudgetLineRow } from './budget-line.entity.js';
import { balanceOf, budgetCategories, type Balance } from './domain/budget.js';

/** A visit's budget, with what it comes to. */
export interface Budget {
  readonly lines: readonly BudgetLineRow[];
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
    const lines = rows.toSorted((one, other) => place(one) - place(other));
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

  /** @throws Problem 404 */
  async one({ visitId, id }: Omit<SeenThing, 'version'>): Promise<BudgetLineRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(BudgetLineRow, { id, visitId }) : null;
    return asSeen(row, { version: null }, 'line');
  }
}
