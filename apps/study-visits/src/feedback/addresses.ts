import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** How travellers found a visit, for staff. */
export const feedbackPath = (visitId: string): string => manageVisitPath(visitId, 'feedback');

/** Where a traveller says how it was. */
export const ownFeedbackPath = (secret: string): string => ownTravelPath(secret, 'feedback');
