import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';

/** A traveller's briefing for a day, or the same as a file. @param day ISO */
export const ownBriefingPath = (secret: string, day: string, file?: 'briefing.pdf'): string =>
  ownTravelPath(secret, ['briefings', day, ...(file === undefined ? [] : [file])].join('/'));

/** A visit's briefings as staff have them, or a part of them: `settings`, a day, `2027-03-12/words`. */
export const briefingsPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'briefings' : `briefings/${part}`);
