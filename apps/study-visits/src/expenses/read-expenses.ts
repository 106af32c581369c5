import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { erasedName } from '#people';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { partsOf, totalsOf, type ExpenseTotals, type Reckoned } from './domain/totals.js';
import { expenseOf, type KeptExpense } from './expense-of.js';
import type { Arrived } from './open-expense.js';
import { noSuchExpense } from './problems.js';
import { ExpenseRow, ExpenseSharerRow } from './expense.entities.js';

/** An expense as lists show it. */
export interface ListedExpense extends KeptExpense {
  /** Tells one claimant from another: `traveller:<id>`, `person:<id>`. */
  readonly claimant: string;
  readonly claimantName: string;
  /** Of those whom staff found that it was for. */
  readonly sharerIds: readonly string[];
  readonly sharerNames: readonly string[];
  /** The number of the first other expense with the very same receipt; `null`: there is none. */
  readonly sameReceiptAs: number | null;
}

/** What somebody claims, and had of what all claim. */
export interface ClaimantTotals extends ExpenseTotals {
  readonly claimant: string;
  readonly name: string;
  /** Whether they claim something; others only had part of it. */
  readonly hasClaims: boolean;
  /** What they had of what was agreed to, whoever paid it. */
  readonly partPence: number;
}

export interface ReadExpensesResult {
  /** By number. */
  readonly expenses: readonly ListedExpense[];
  readonly totals: ExpenseTotals;
  /** By name: whoever claims something, or had part of something. */
  readonly claimants: readonly ClaimantTotals[];
}

/** What was spent for a visit, by whom and for whom. */
@Injectable()
export class ReadExpenses {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
  ) {}

  /** All of a visit. What a traveller has written and not sent is nobody else’s, so it is left out. */
  async ofVisit(visitId: string): Promise<ReadExpensesResult> {
    const all = await this.listed(visitId);
    const travellers = await this.travellers.all(visitId);
    const expenses = all.filter(({ travellerId, state }) => travellerId === null || state !== 'written');
    return { expenses, totals: totalsOf(expenses), claimants: claimantsOf(expenses, travellers) };
  }

  /** Those that one traveller claims, by number. */
  async ofTraveller({ id, visitId }: Traveller): Promise<ListedExpense[]> {
    return (await this.listed(visitId)).filter(({ travellerId }) => travellerId === id);
  }

  /** One, with all that lists say of it. @throws Problem 404, also for another’s by a traveller’s link */
  async one({ visit, traveller }: Arrived, id: string): Promise<ListedExpense> {
    const found = (await this.listed(visit.id)).find((expense) => expense.id === id);
    if (found === undefined || (traveller !== null && found.travellerId !== traveller.id)) {
      throw noSuchExpense();
    }
    return found;
  }

  private async listed(visitId: string): Promise<ListedExpense[]> {
    const { manager } = this.dataSource;
    const rows = await manager.find(ExpenseRow, { where: { visitId }, order: { number: 'ASC' } });
    const sharers = await manager.findBy(ExpenseSharerRow, { expenseId: In(rows.map(({ id }) => id)) });
    const names = new Map((await this.travellers.all(visitId)).map(({ id, name }) => [id, name]));
    const first = new Map<string, number>();
    for (const { receiptDigest, number } of rows.toReversed())
      if (receiptDigest !== null) first.set(receiptDigest, number);
    return rows.map((row) => {
      const expense = expenseOf(row);
      const ids = sharers.filter(({ expenseId }) => expenseId === row.id).map((each) => each.travellerId);
      const same = first.get(row.receiptDigest ?? '');
      return {
        ...expense,
        claimant: claimantOf(expense),
        claimantName:
          expense.travellerId === null ? expense.personName : (names.get(expense.travellerId) ?? erasedName),
        sharerIds: ids,
        sharerNames: ids.map((id) => names.get(id) ?? erasedName),
        sameReceiptAs: same === undefined || same === row.number ? null : same,
      };
    });
  }
}

/** Whose a claim is. */
export const claimantOf = ({ travellerId, personId, personName }: KeptExpense): string =>
  travellerId === null ? `person:${personId ?? personName}` : `traveller:${travellerId}`;

function claimantsOf(
  expenses: readonly ListedExpense[],
  travellers: readonly Traveller[],
): readonly ClaimantTotals[] {
  const everybody = travellers
    .filter(({ status }) => status === 'confirmed')
    .map(({ id }) => `traveller:${id}`);
  const reckoned = expenses.map((expense): Reckoned => ({
    ...expense,
    sharers: sharersOf(expense, everybody),
  }));
  const parts = partsOf(reckoned);
  const names = new Map([
    ...travellers.map(({ id, name }) => [`traveller:${id}`, name] as const),
    ...expenses.map(({ claimant, claimantName }) => [claimant, claimantName] as const),
  ]);
  return [...names]
    .map(([claimant, name]) => ({
      claimant,
      name,
      hasClaims: expenses.some((expense) => expense.claimant === claimant),
      partPence: parts.get(claimant) ?? 0,
      ...totalsOf(reckoned.filter((each) => each.claimant === claimant)),
    }))
    .filter(({ hasClaims, partPence }) => hasClaims || partPence > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** Whom an expense is parted among: at least whoever claims it. */
function sharersOf(expense: ListedExpense, everybody: readonly string[]): readonly string[] {
  if (expense.forWhom === 'everybody' && everybody.length > 0) return everybody;
  if (expense.forWhom === 'some' && expense.sharerIds.length > 0)
    return expense.sharerIds.map((id) => `traveller:${id}`);
  return [expense.claimant];
}
