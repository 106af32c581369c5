import { manageVisitPath } from '../visits/addresses.js';

/** What the board reads of a visit, or a step of it: `edit`, `report.pdf`. */
export const reportPath = (visitId: string, step?: string): string =>
  manageVisitPath(visitId, step === undefined ? 'report' : `report/${step}`);
