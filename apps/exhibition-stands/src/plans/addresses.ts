import { manageExhibitionPath } from '../exhibitions/addresses.js';

/** What is planned for an exhibition, each kind on a page of its own. */
export type PlanPart = 'tasks' | 'costs' | 'documents' | 'events' | 'afterwards/notes';

/** One thing of an exhibition: `/stands/manage/:id/tasks/:thingId/edit`. */
export const thingPath = (exhibitionId: string, part: PlanPart, thingId: string, step: string): string =>
  manageExhibitionPath(exhibitionId, `${part}/${encodeURIComponent(thingId)}/${step}`);
