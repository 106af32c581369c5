import { manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';

/** Who stopped by, as staff see it, or a part of that. */
export const visitorsPath = (exhibitionId: string, part?: string): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'visitors' : `visitors/${part}`);

/** Where a volunteer writes down who stopped by. */
export const ownVisitorsPath = (secret: string): string =>
  `${standsPath}/team/${encodeURIComponent(secret)}/visitors`;
