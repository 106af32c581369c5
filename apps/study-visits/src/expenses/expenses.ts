import { DecideExpensesController } from './api/decide-expenses.controller.js';
import { ExpenseAnswers } from './api/expense-answers.js';
import { ExpensesController } from './api/expenses.controller.js';
import { OwnExpensesController } from './api/own-expenses.controller.js';
import { RatesController } from './api/rates.controller.js';
import { CountExpense } from './count-expense.js';
import { DecideExpense } from './decide-expense.js';
import { ForgetExpenses } from './forget-expenses.schedule.js';
import { KeepRates } from './keep-rates.js';
import { OpenExpense } from './open-expense.js';
import { DecideForms } from './pages/decide-forms.js';
import { DecideExpensePage } from './pages/decide.page.js';
import { ExpenseForms } from './pages/expense-forms.js';
import { ExpenseFormsPage } from './pages/expense-forms.page.js';
import { ExpensesPage } from './pages/expenses.page.js';
import { OwnExpenseFormsPage } from './pages/own-expense-forms.page.js';
import { OwnExpensesPage } from './pages/own-expenses.page.js';
import { RatesPage } from './pages/rates.page.js';
import { ReadExpenses } from './read-expenses.js';
import { Receipts } from './receipts.js';
import { SendExpenses } from './send-expenses.js';
import { WriteExpense } from './write-expense.js';
import { WriteToClaimant } from './write-to-claimant.js';

/** What travellers and staff spend for a visit, and what they get back. */
export const expenseProviders = [
  OpenExpense,
  CountExpense,
  Receipts,
  KeepRates,
  ReadExpenses,
  WriteExpense,
  SendExpenses,
  WriteToClaimant,
  DecideExpense,
  ExpenseForms,
  DecideForms,
  ExpenseAnswers,
];

export const expensePages = [
  RatesPage,
  ExpensesPage,
  ExpenseFormsPage,
  DecideExpensePage,
  OwnExpensesPage,
  OwnExpenseFormsPage,
  RatesController,
  ExpensesController,
  DecideExpensesController,
  OwnExpensesController,
];

export const expenseSchedules = [ForgetExpenses];
