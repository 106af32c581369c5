import { manageExhibitionPath } from '../exhibitions/addresses.js';

/** The board of a rota. */
export const boardPath = (exhibitionId: string): string => manageExhibitionPath(exhibitionId, 'rota');

/** A page beneath it: `fill`, `compare`. */
export const rotaPath = (exhibitionId: string, part: string): string => `${boardPath(exhibitionId)}/${part}`;

/** A shift on the board: who is in it and who could be. */
export const rotaShiftPath = (exhibitionId: string, shift: string): string =>
  rotaPath(exhibitionId, `shifts/${encodeURIComponent(shift)}`);

/** Somebody in a shift. */
export const rotaPlacePath = (exhibitionId: string, shift: string, member: string): string =>
  `${rotaShiftPath(exhibitionId, shift)}/people/${encodeURIComponent(member)}`;

/** All that the rota has for one of the team. */
export const rotaPersonPath = (exhibitionId: string, member: string): string =>
  rotaPath(exhibitionId, `people/${encodeURIComponent(member)}`);

/** Where a shift stands on the board. */
export const shiftAnchor = (shift: string): string => `shift-${shift}`;

/** The shifts of an exhibition. */
export const shiftsPath = (exhibitionId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'shifts' : `shifts/${part}`);
