import { managePath } from '../managing/addresses.js';

/** Where a conference or the like is linked to an event, or given one of its own, when it is not plain which it is. */
export const settlePath = (id: string): string => `${managePath}/shown/${id}`;
