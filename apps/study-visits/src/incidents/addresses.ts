import { manageVisitPath } from '../visits/addresses.js';

/** The incidents of a visit, one of them, or a step of it: `<id>/notes`. */
export const incidentsPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'incidents' : `incidents/${part}`);
