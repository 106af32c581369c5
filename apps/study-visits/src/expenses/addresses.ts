import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** The expenses of a visit for staff, or a page of them: `rates`. */
export const expensesPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'expenses' : `expenses/${part}`);

/** One of them, or a step of it: `agree`. */
export const expensePath = (visitId: string, id: string, step?: string): string =>
  expensesPath(visitId, step === undefined ? id : `${id}/${step}`);

/** A traveller's own, by their link. */
export const ownExpensesPath = (secret: string, part?: string): string =>
  ownTravelPath(secret, part === undefined ? 'expenses' : `expenses/${part}`);

/** One of their own, or a step of it. */
export const ownExpensePath = (secret: string, id: string, step?: string): string =>
  ownExpensesPath(secret, step === undefined ? id : `${id}/${step}`);
