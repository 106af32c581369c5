import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath, visitsPath } from '../visits/addresses.js';

/** The part of a visit's pages, and of those of somebody who leads it, that is about counting heads. */
export const countsPart = 'head-counts';

/** The counts of a visit for staff. */
export const staffCountsPath = (visitId: string): string => manageVisitPath(visitId, countsPart);

/** The same for somebody who leads it, by their link. */
export const ownCountsPath = (secret: string): string => ownTravelPath(secret, countsPart);

/** The script that shows these pages without a network. */
export const offlineScriptPath = `${visitsPath}/${countsPart}/offline.js`;

/** Where on the page of a count somebody stands. */
export const personAnchor = (travellerId: string): string => `t-${travellerId}`;
