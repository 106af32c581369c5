import { guestPath } from '../catalogue/addresses.js';

/** What a guest sees after asking. */
export const guestAskedPath = (slug: string): string => `${guestPath(slug)}/asked`;

/** A guest's mailed link. */
export const guestLinkPath = (secret: string): string => `/conference/guests/${secret}`;
