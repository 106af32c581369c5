import type { Words } from '#checks';
import { moneyInWords, plural } from '#ui';
import type { Balance, BudgetCategory, BudgetLine, BudgetTotals } from './domain/budget.js';

export const categoryWords: Readonly<Record<BudgetCategory, string>> = {
  travel: 'Travel there and back',
  'local-travel': 'Coaches and travel there',
  rooms: 'Rooms',
  food: 'Food and drink',
  hosts: 'Hosts and visits',
  interpreters: 'Interpreters',
  insurance: 'Insurance',
  leaders: 'Those who lead it',
  other: 'Other',
};

/** How what it costs stands to what was planned, in a sentence. */
export function spentInWords({ plannedPence, actualPence, expectedPence }: BudgetTotals): string {
  const spent = `${moneyInWords(actualPence)} of the ${moneyInWords(plannedPence)} that were planned is spent.`;
  if (actualPence > plannedPence) {
    return `${moneyInWords(actualPence - plannedPence)} over what was planned: ${spent}`;
  }
  if (expectedPence > plannedPence) {
    return `${spent} With what is still to come, it will be ${moneyInWords(expectedPence - plannedPence)} more than planned.`;
  }
  return expectedPence === plannedPence
    ? spent
    : `${spent} ${moneyInWords(plannedPence - expectedPence)} less is needed as things stand.`;
}

/** Whether what comes in pays for it, in a sentence. @param who "If every place is taken" */
function remainsInWords(who: string, pence: number): string {
  if (pence === 0) return `${who}, what comes in is what it costs.`;
  return pence > 0 ? `${who}, ${moneyInWords(pence)} remains.` : `${who}, ${moneyInWords(-pence)} is short.`;
}

/** Both: as it was planned, and as things stand. */
export const balanceInWords = (
  { planned, expected }: Balance,
  { places, delegates }: { readonly places: number; readonly delegates: number },
): readonly string[] => [
  remainsInWords(
    `If ${places === 1 ? 'the place is' : `all ${places} places are`} taken and it costs what was planned`,
    planned,
  ),
  ...(delegates === 0
    ? []
    : [
        remainsInWords(
          `With the ${plural(delegates, 'delegate')} who ${delegates === 1 ? 'comes' : 'come'} so far`,
          expected,
        ),
      ]),
];

const money = (pence: number | null): string => (pence === null ? '' : moneyInWords(pence));

/** What a line says, by what staff call it. */
export const lineInWords = (line: BudgetLine): Words => ({
  'What for': line.description,
  Category: categoryWords[line.category],
  Planned: money(line.plannedPence),
  Actual: money(line.actualPence),
  Funded: line.fundedPence === 0 ? '' : moneyInWords(line.fundedPence),
  'Funded by': line.fundedBy,
});
