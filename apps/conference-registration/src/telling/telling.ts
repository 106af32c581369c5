import { retellingHandlers, TELL_AGAIN } from '#messaging';
import { TellBooking } from './tell-booking.js';
import { TellConference } from './tell-conference.js';
import { TellConferencesAgain } from './tell-conferences-again.js';

/** What tells other apps of conferences, bookings and delegates. */
export const tellingProviders = [
  TellConference,
  TellBooking,
  { provide: TELL_AGAIN, useClass: TellConferencesAgain },
];

/** What handles their asking to be told once more. */
export const tellingHandlers = retellingHandlers('conference-registration');
