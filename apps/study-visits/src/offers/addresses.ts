import { linkPath, ownApplicationPath } from '../applications/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** The offer of a place by the applicant’s own link. @param secret theirs alone */
export const offerByLinkPath = (secret: string): string => `${linkPath(secret)}/offer`;

/** The same for whoever is signed in: the applicant, and who books for their organisation. */
export const ownOfferPath = (applicationId: string): string => `${ownApplicationPath(applicationId)}/offer`;

/** The offers of a visit as staff see them, or that to one applicant. */
export const offersPath = (visitId: string, applicationId?: string): string =>
  manageVisitPath(visitId, applicationId === undefined ? 'offers' : `offers/${applicationId}`);
