import { manageExhibitionPath } from '../exhibitions/addresses.js';

/** The passes of an exhibition as staff see them, or a part of it. */
export const passesPath = (exhibitionId: string, part?: 'limits' | 'steps'): string =>
  manageExhibitionPath(exhibitionId, part === undefined ? 'passes' : `passes/${part}`);
