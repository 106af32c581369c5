import { ConferenceDelegateRow } from './conference-delegate.entity.js';
import { ConferenceRow } from './conference.entity.js';

/** What the calendar keeps of conferences and of who takes part. */
export const conferenceEntities = [ConferenceRow, ConferenceDelegateRow];
