import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath, visitsPath } from '../visits/addresses.js';

/** The part of a visit's pages for staff that is about its journey. */
export const travelPart = 'travel';

/** A part of a leg's page within those of a visit: `travel/<leg>/edit`. */
export const legPart = (legId: string, part?: string): string =>
  `${travelPart}/${legId}${part === undefined ? '' : `/${part}`}`;

/** A leg as staff see it, or a part of that. */
export const legPath = (visitId: string, legId: string, part?: string): string =>
  manageVisitPath(visitId, legPart(legId, part));

/** Where staff say that a traveller goes there or back on their own. */
export const ownTravelPart = (travellerId: string): string => `${travelPart}/own/${travellerId}`;

/** A traveller's own legs, by their link. */
export const ownLegsPath = (secret: string): string => ownTravelPath(secret, 'travel');

/** Where they say that they go there or back on their own. */
export const sayOwnTravelPath = (secret: string): string => ownTravelPath(secret, 'travel/own');

/** A driver's copy of a manifest. @param secret of the link */
export const driverPath = (secret: string): string => `${visitsPath}/drivers/${secret}`;
