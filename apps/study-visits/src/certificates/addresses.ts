import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath, visitsPath } from '../visits/addresses.js';

/** Who has a certificate, for staff, or a step with one: `<traveller>/withdraw`. */
export const certificatesPath = (visitId: string, step?: string): string =>
  manageVisitPath(visitId, step === undefined ? 'certificates' : `certificates/${step}`);

/** A traveller’s own. */
export const ownCertificatePath = (secret: string): string => ownTravelPath(secret, 'certificate.pdf');

/** Where whoever is shown a certificate looks up its number. */
export const verifyPath = `${visitsPath}/certificates`;
