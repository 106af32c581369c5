import { manageVisitPath } from '../visits/addresses.js';

/** What is planned for a visit, each kind on a page of its own. */
export type PlanPart = 'budget' | 'risks' | 'documents' | 'itinerary';

/** One thing of a visit: `/visits/manage/:id/budget/:thingId/edit`. */
export const thingPath = (visitId: string, part: PlanPart, thingId: string, step: string): string =>
  manageVisitPath(visitId, `${part}/${encodeURIComponent(thingId)}/${step}`);
