import { manageVisitPath } from '../visits/addresses.js';

/** What is held sealed of a visit, who looked, what was erased. */
export const sensitiveDataPath = (visitId: string): string => manageVisitPath(visitId, 'sensitive-data');
