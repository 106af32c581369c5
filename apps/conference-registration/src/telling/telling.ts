import { TellBooking } from './tell-booking.js';
import { TellConference } from './tell-conference.js';

/** What tells other apps of conferences, bookings and delegates. */
export const tellingProviders = [TellConference, TellBooking];
