import { manageVisitPath } from '../visits/addresses.js';

/** What was erased after a visit, or the same as a file: `certificate.pdf`. */
export const erasurePath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'erasure' : `erasure/${part}`);
