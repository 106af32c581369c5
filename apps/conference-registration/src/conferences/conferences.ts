import { ConferenceHistory } from './conference-history.js';
import { ConferenceRevisionRow } from './conference-revision.entity.js';
import { ConferenceRow } from './conference.entity.js';
import { StaffConferences } from './staff-conferences.js';

/** Conferences themselves, and the history of their set-up. */
export const conferenceEntities = [ConferenceRow, ConferenceRevisionRow];

export const conferenceProviders = [ConferenceHistory, StaffConferences];
