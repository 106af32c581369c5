import { manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';
import { ownPath } from '../team/addresses.js';

/** The day on the stand as staff see it, or a part of it. */
export const todayPath = (exhibitionId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'today' : `today/${part}`);

/** Somebody's part in a shift, wherever on that page it stands by now. */
export const presenceAnchor = (assignmentId: string): string => `presence-${assignmentId}`;

/** Who could step into a shift, and who is asked. */
export const coverPath = (exhibitionId: string, shiftId: string): string =>
  todayPath(exhibitionId, `shifts/${shiftId}`);

/** Where somebody answers whether they step in. @param secret of that question alone */
export const askPath = (secret: string): string => `${standsPath}/cover/${secret}`;

/** A volunteer's own shift, by their link. */
export const ownShiftPath = (secret: string, assignmentId: string, part: 'drop-out'): string =>
  `${ownPath(secret)}/shifts/${assignmentId}/${part}`;

/** Who is on the stand now, for a volunteer; it can be read without a network once it was opened. */
export const ownNowPath = (secret: string): string => `${ownPath(secret)}/now`;
