import { mayRead, type Reader } from '../../events/domain/visibility.js';
import { EventConditions } from '../../listing/conditions.js';

/** Whether the reader reads everything, drafts too. */
export const readsAll = (reader: Reader): boolean =>
  mayRead({ status: 'draft', audience: 'invited', board: null }, reader);

/** EventConditions over `events e` for all that the reader may read. */
export function readableBy(reader: Reader): EventConditions {
  return readsAll(reader) ? new EventConditions() : new EventConditions().visibleTo(reader);
}
