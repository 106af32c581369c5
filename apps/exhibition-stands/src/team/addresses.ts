import { manageExhibitionPath } from '../exhibitions/addresses.js';

/** What a volunteer does on pages below their own. */
export type OwnPart = 'times' | 'exceptions' | 'about' | 'decline';

/** A volunteer’s own page, or a part of it. @param secret theirs alone */
export const ownPath = (secret: string, part?: OwnPart): string =>
  part === undefined ? `/stands/team/${secret}` : `/stands/team/${secret}/${part}`;

/** The team as staff see it, or a part of it. */
export const teamPath = (exhibitionId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'team' : `team/${part}`);

/** Somebody of the team as staff see them, or a part of that. */
export const memberPath = (
  exhibitionId: string,
  memberId: string,
  part?: OwnPart | 'withdraw' | 'details' | 'invitation',
): string => teamPath(exhibitionId, part === undefined ? memberId : `${memberId}/${part}`);
