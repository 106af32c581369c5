import { followingPath } from '../following/addresses.js';

/** Where the reminders of something that one follows are chosen. */
export const remindersPath = (followId: string): string => `${followingPath}/${followId}/reminders`;
