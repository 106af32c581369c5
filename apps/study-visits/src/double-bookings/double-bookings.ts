import { anyKnownConference, anyKnownShift, knownConferenceProviders, knownShiftProviders } from '#elsewhere';
import { askForRetelling } from '#messaging';
import { DoubleBookingsController } from './api/double-bookings.controller.js';
import { FindDoubleBookings } from './find-double-bookings.js';
import { ForgetElsewhere } from './forget-elsewhere.schedule.js';

/** What knows who is at a conference, on a stand or away with another visit while a visit is away. */
export const doubleBookingProviders = [
  FindDoubleBookings,
  ...knownConferenceProviders,
  ...knownShiftProviders,
];

/** What asks for delegates and shifts that were told of before the visits were there to hear it. */
export const elsewhereAsked = askForRetelling('study-visits', {
  'conference-registration': anyKnownConference,
  'exhibition-stands': anyKnownShift,
});

export const doubleBookingControllers = [DoubleBookingsController];

/** What forgets it when it is over. */
export const doubleBookingSchedules = [ForgetElsewhere];
