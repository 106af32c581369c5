import { ConferenceDelegateRow } from './conference-delegate.entity.js';

/** What the calendar keeps of who takes part in conferences. */
export const conferenceEntities = [ConferenceDelegateRow];
