import { ownTravelPath } from '../travellers/addresses.js';

/** Who travels, as one of them may read it by their own link. */
export const ownPartyPath = (secret: string): string => ownTravelPath(secret, 'party');
