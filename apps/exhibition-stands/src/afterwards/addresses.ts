import { manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';

/** What an exhibition came to, as staff see it, or a part of that. */
export const afterwardsPath = (exhibitionId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'afterwards' : `afterwards/${part}`);

/** Where somebody says how it was. @param secret of the link in the mail that thanked them */
export const feedbackPath = (secret: string): string => `${standsPath}/feedback/${secret}`;
