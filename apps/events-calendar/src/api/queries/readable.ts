import { mayRead, type Reader } from '../../events/domain/visibility.js';
import { Conditions } from '../../listing/conditions.js';

/** Whether the reader reads everything, drafts too. */
export const readsAll = (reader: Reader): boolean =>
  mayRead({ status: 'draft', audience: 'invited', board: null }, reader);

/** Conditions over `events e` for all that the reader may read. */
export function readableBy(reader: Reader): Conditions {
  return readsAll(reader) ? new Conditions() : new Conditions().visibleTo(reader);
}
