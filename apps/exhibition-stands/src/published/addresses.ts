import { manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';
import { ownPath } from '../team/addresses.js';

/** Where staff look through what would be published, and publish it. */
export const publishPath = (exhibitionId: string): string =>
  manageExhibitionPath(exhibitionId, 'rota/publish');

/** Where whoever is signed in finds their stands and shifts. */
export const minePath = `${standsPath}/mine`;

/** A volunteer's shifts: as a calendar file, or to print. @param secret of their own link */
export const ownShiftsPath = (secret: string, as: 'file' | 'print'): string =>
  `${ownPath(secret)}/${as === 'file' ? 'shifts.ics' : 'shifts/print'}`;
