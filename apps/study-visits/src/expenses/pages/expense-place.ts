import type { Actor } from '#platform';
import { expensePath, expensesPath, ownExpensePath, ownExpensesPath } from '../addresses.js';
import type { Comer } from '../open-expense.js';

/** From where somebody comes to expenses, and where their pages are. */
export interface ExpensePlace {
  readonly comer: Comer;
  /** Whether it is a traveller, by their link. */
  readonly isOwn: boolean;
  readonly list: string;
  readonly path: (id: string, step?: string) => string;
}

/** A traveller's, by their link. */
export const ownPlace = (secret: string): ExpensePlace => ({
  comer: { secret },
  isOwn: true,
  list: ownExpensesPath(secret),
  path: (id, step) => ownExpensePath(secret, id, step),
});

/** That of staff. */
export const staffPlace = (actor: Actor, visitId: string): ExpensePlace => ({
  comer: { actor, visitId },
  isOwn: false,
  list: expensesPath(visitId),
  path: (id, step) => expensePath(visitId, id, step),
});
