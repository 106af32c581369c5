import { BookingNoteRow } from './booking/booking-note.entity.js';
import { ConferenceLogRow } from './log/conference-log.entity.js';

export const runningEntities = [BookingNoteRow, ConferenceLogRow];
