import { accepted } from '#checks';
import { instantOf } from '#platform';
import type { ExpenseInput } from '../domain/expense.js';
import type { ExpenseRateRow } from '../expense.entities.js';
import type { RateInput } from '../keep-rates.js';
import type { ListedExpense } from '../read-expenses.js';
import type { ExpenseJsonInput, ExpenseOutput, RateJsonInput, RateOutput } from './expense.schema.js';

export const expenseJson = (expense: ListedExpense): ExpenseOutput => ({
  id: expense.id,
  number: expense.number,
  claimant: expense.claimant,
  claimantName: expense.claimantName,
  day: expense.day,
  what: expense.what,
  currency: expense.currency,
  amountMinor: expense.amountMinor,
  pence: expense.pence,
  rate: expense.rate === null ? null : { ...expense.rate },
  paidWith: expense.paidWith,
  forWhom: expense.forWhom,
  forWords: expense.forWords,
  sharerIds: [...expense.sharerIds],
  noReceiptWhy: expense.noReceiptWhy,
  receipt:
    expense.receipt === null ? null : { name: expense.receipt.name, mediaType: expense.receipt.mediaType },
  state: expense.state,
  budgetLineId: expense.budgetLineId,
  sentAt: expense.sentAt?.toString() ?? null,
  decidedAt: expense.decided?.at.toString() ?? null,
  refusedWhy: expense.refusedWhy,
  paid: expense.paid === null ? null : { ...expense.paid },
  version: expense.version,
});

export const readExpense = ({ day, amountMinor, ...sent }: ExpenseJsonInput): ExpenseInput => ({
  ...sent,
  day: accepted(day),
  amount: { minor: amountMinor },
});

export const rateJson = (rate: ExpenseRateRow): RateOutput => ({
  id: rate.id,
  currency: rate.currency,
  fromDay: rate.fromDay,
  perPound: rate.perPound,
  source: rate.source,
  statedAt: instantOf(rate.statedAt).toString(),
  version: 1,
});

export const readRate = ({ fromDay, ...sent }: RateJsonInput): RateInput => ({
  ...sent,
  fromDay: accepted(fromDay),
});
