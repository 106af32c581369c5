import { BookingNoteRow } from './booking/booking-note.entity.js';

export const runningEntities = [BookingNoteRow];
