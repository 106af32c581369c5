import { BookingHistoryRow } from './booking-history.entity.js';
import { BookingRow } from './booking.entity.js';
import { DelegateRow } from './delegate.entity.js';
import { GuestRow } from './guest.entity.js';

export const bookingEntities = [BookingRow, DelegateRow, BookingHistoryRow, GuestRow];
