import { countOf, type KeptPart } from '../erasure/erasure-part.js';
import { receiptsKeptForYears } from './forget-expenses.schedule.js';

/** What stays of expenses when a visit’s personal data goes. */
export const keptOfExpenses: readonly KeptPart[] = [
  {
    key: 'expenses',
    title: 'Expenses, with their receipts',
    why: `Finance is kept for six years after the end of its financial year (VAT Notice 700/21): names and receipts go ${receiptsKeptForYears} years after the visit.`,
    count: (manager, visitId) =>
      countOf(manager, 'SELECT count(*)::int AS n FROM expenses WHERE visit_id = $1', visitId),
  },
];
