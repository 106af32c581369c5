import { sheetOf } from '#sheets';
import type { Visit } from '../visits/domain/visit.js';
import { categoryWords } from './in-words.js';
import type { Budget } from './read-budget.js';

/** A visit's budget as a table to take out. */
export const budgetSheet = ({ title }: Visit, { lines }: Budget) =>
  sheetOf({
    name: `Budget, ${title}`,
    columns: [
      { key: 'category', title: 'Category', kind: 'text' },
      { key: 'description', title: 'What for', kind: 'text' },
      { key: 'plannedPence', title: 'Planned (£)', kind: 'pence' },
      { key: 'actualPence', title: 'Actual (£)', kind: 'pence' },
      { key: 'expensesPence', title: 'Expenses besides (£)', kind: 'pence' },
      { key: 'fundedPence', title: 'Funded (£)', kind: 'pence' },
      { key: 'fundedBy', title: 'Funded by', kind: 'text' },
    ],
    rows: lines.map(
      ({ category, description, plannedPence, actualPence, expensesPence, fundedPence, fundedBy }) => ({
        category: categoryWords[category],
        description,
        plannedPence,
        actualPence,
        expensesPence: expensesPence === 0 ? null : expensesPence,
        fundedPence: fundedPence === 0 ? null : fundedPence,
        fundedBy,
      }),
    ),
  });
