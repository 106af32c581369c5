import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** What a traveller is to pay, on their own page. */
export const ownMoneyPath = (secret: string): string => ownTravelPath(secret, 'money');

/** Who owes what for a visit, for staff. */
export const visitMoneyPath = (visitId: string): string => manageVisitPath(visitId, 'money');

/** Where staff say who pays for a traveller. */
export const payerPath = (visitId: string, travellerId: string): string =>
  `${visitMoneyPath(visitId)}/${travellerId}`;
