import { ownTravelPath } from '../travellers/addresses.js';

/** What a traveller has and does once they are back. */
export const ownAfterwardsPath = (secret: string): string => ownTravelPath(secret, 'afterwards');
