import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** All of a visit for one traveller, by their link. */
export const ownProgrammePath = (secret: string, format?: 'pdf'): string =>
  ownTravelPath(secret, format === undefined ? 'programme' : 'programme.pdf');

/** What they need at hand when something goes wrong. */
export const ownEmergencyPath = (secret: string, format?: 'pdf'): string =>
  ownTravelPath(secret, format === undefined ? 'emergency' : 'emergency.pdf');

/** What travellers have in writing, for staff, or a part of it. */
export const papersPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'papers' : `papers/${part}`);
