import { manageExhibitionPath } from '../exhibitions/addresses.js';
import { ownPath } from '../team/addresses.js';

/** Where a volunteer asks somebody to swap a shift, or to take it. @param secret of their own link */
export const askSwapPath = (secret: string, assignmentId: string): string =>
  `${ownPath(secret)}/shifts/${assignmentId}/swap`;

/** A swap as one of the two sees it. @param secret of their own link */
export const ownSwapPath = (secret: string, swapId: string): string => `${ownPath(secret)}/swaps/${swapId}`;

/** The swaps of an exhibition as staff see them. */
export const swapsPath = (exhibitionId: string): string => manageExhibitionPath(exhibitionId, 'swaps');

/** One of them. */
export const swapPath = (exhibitionId: string, swapId: string): string =>
  `${swapsPath(exhibitionId)}/${swapId}`;
