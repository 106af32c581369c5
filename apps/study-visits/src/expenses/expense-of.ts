import { instantOf } from '#platform';
import type { Temporal } from 'temporal-polyfill';
import type { ExpenseRow } from './expense.entities.js';
import type { Expense } from './domain/expense.js';
import type { ExpenseState } from './domain/steps.js';

/** An expense as it is kept: what was said, what it counts as, and what became of it. */
export interface KeptExpense extends Expense {
  readonly id: string;
  readonly visitId: string;
  readonly number: number;
  /** Whose claim it is; of the two, one is `null`, or both once somebody is forgotten. */
  readonly travellerId: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly pence: number;
  /** The rate that it counts at; `null`: it is in pounds. */
  readonly rate: { readonly perPound: string; readonly fromDay: string; readonly source: string } | null;
  readonly receipt: { readonly name: string; readonly mediaType: string; readonly digest: string } | null;
  readonly state: ExpenseState;
  readonly budgetLineId: string | null;
  readonly sentAt: Temporal.Instant | null;
  readonly decided: { readonly at: Temporal.Instant; readonly byName: string } | null;
  readonly refusedWhy: string;
  readonly paid: { readonly on: string; readonly reference: string } | null;
  readonly version: number;
}

/** An expense as its row says it. */
export function expenseOf(row: ExpenseRow): KeptExpense {
  const { perPound, rateFrom, receiptName, receiptType, receiptDigest, decidedAt } = row;
  return {
    id: row.id,
    visitId: row.visitId,
    number: row.number,
    travellerId: row.travellerId,
    personId: row.personId,
    personName: row.personName,
    day: row.day,
    what: row.what,
    currency: row.currency,
    amountMinor: row.amountMinor,
    pence: row.pence,
    rate:
      perPound === null
        ? null
        : { perPound: plainRate(perPound), fromDay: rateFrom ?? '', source: row.rateSource },
    paidWith: row.paidWith,
    forWhom: row.forWhom,
    forWords: row.forWords,
    noReceiptWhy: row.noReceiptWhy,
    receipt:
      receiptName === null
        ? null
        : { name: receiptName, mediaType: receiptType ?? '', digest: receiptDigest ?? '' },
    state: row.state,
    budgetLineId: row.budgetLineId,
    sentAt: row.sentAt === null ? null : instantOf(row.sentAt),
    decided: decidedAt === null ? null : { at: instantOf(decidedAt), byName: row.decidedByName },
    refusedWhy: row.refusedWhy,
    paid: row.paidOn === null ? null : { on: row.paidOn, reference: row.paidReference },
    version: row.version,
  };
}

/** A rate as it was typed: the database fills it up with zeros, "1.170000". */
export const plainRate = (perPound: string): string =>
  perPound.includes('.') ? perPound.replace(/\.?0+$/, '') : perPound;
