import { moneyInWords } from '#ui';
import type { CostCategory, CostTotals } from './domain/cost.js';

export const categoryWords: Readonly<Record<CostCategory, string>> = {
  space: 'Space and booking',
  stand: 'Stand and furniture',
  print: 'Print and artwork',
  travel: 'Travel',
  rooms: 'Accommodation',
  food: 'Food and drink',
  other: 'Other',
};

/** How the costs stand to the budget, in a sentence. */
export function totalsInWords({ budgetPence, actualPence, expectedPence }: CostTotals): string {
  const spent = `${moneyInWords(actualPence)} of ${moneyInWords(budgetPence)} is spent.`;
  if (actualPence > budgetPence) return `${moneyInWords(actualPence - budgetPence)} over budget: ${spent}`;
  if (expectedPence > budgetPence) {
    return `${spent} With what is still to come, it will be ${moneyInWords(expectedPence - budgetPence)} over budget.`;
  }
  return `${spent} ${moneyInWords(budgetPence - expectedPence)} is not needed as things stand.`;
}
