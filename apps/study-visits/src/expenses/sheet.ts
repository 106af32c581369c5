import { sheetOf } from '#sheets';
import type { BudgetLineRow } from '../budget/budget-line.entity.js';
import type { Visit } from '../visits/domain/visit.js';
import { amountAsTyped } from './domain/amount.js';
import { forInWords, paidWithWords, stateWords } from './in-words.js';
import type { ListedExpense } from './read-expenses.js';

/** A visit’s expenses as a table to take out. */
export const expensesSheet = (
  { title }: Visit,
  expenses: readonly ListedExpense[],
  lines: readonly Pick<BudgetLineRow, 'id' | 'description'>[],
) =>
  sheetOf({
    name: `Expenses, ${title}`,
    columns: [
      { key: 'number', title: 'Number', kind: 'number' },
      { key: 'day', title: 'Paid on', kind: 'date' },
      { key: 'claimant', title: 'Claimed by', kind: 'text' },
      { key: 'what', title: 'What for', kind: 'text' },
      { key: 'forWhom', title: 'For whom', kind: 'text' },
      { key: 'money', title: 'Whose money', kind: 'text' },
      { key: 'currency', title: 'Currency', kind: 'text' },
      { key: 'amount', title: 'Amount', kind: 'text' },
      { key: 'perPound', title: 'Rate for £1', kind: 'text' },
      { key: 'rateFrom', title: 'Rate from', kind: 'date' },
      { key: 'rateSource', title: 'Source of the rate', kind: 'text' },
      { key: 'pence', title: 'In pounds (£)', kind: 'pence' },
      { key: 'receipt', title: 'Receipt', kind: 'text' },
      { key: 'state', title: 'State', kind: 'text' },
      { key: 'line', title: 'Line of the budget', kind: 'text' },
      { key: 'paidOn', title: 'Paid back on', kind: 'date' },
      { key: 'reference', title: 'Reference', kind: 'text' },
    ],
    rows: expenses.map((expense) => ({
      number: expense.number,
      day: expense.day,
      claimant: expense.claimantName,
      what: expense.what,
      forWhom: forInWords(expense, expense.sharerNames),
      money: paidWithWords[expense.paidWith],
      currency: expense.currency,
      amount: amountAsTyped(expense.amountMinor, expense.currency),
      perPound: expense.rate?.perPound ?? '',
      rateFrom: expense.rate?.fromDay ?? null,
      rateSource: expense.rate?.source ?? '',
      pence: expense.pence,
      receipt: expense.receipt?.name ?? expense.noReceiptWhy,
      state: stateWords[expense.state],
      line: lines.find(({ id }) => id === expense.budgetLineId)?.description ?? '',
      paidOn: expense.paid?.on ?? null,
      reference: expense.paid?.reference ?? '',
    })),
  });
