import { anyKnownShift, anyKnownTravel, knownShiftProviders, knownTravelProviders } from '#elsewhere';
import { askForRetelling } from '#messaging';
import { DoubleBookingsController } from './api/double-bookings.controller.js';
import { FindDoubleBookings } from './find-double-bookings.js';

/** What knows who is on a stand, or away with a study visit, while they are to be at a conference. */
export const doubleBookingProviders = [FindDoubleBookings, ...knownShiftProviders, ...knownTravelProviders];

/** What asks for shifts and travellers that were told of before conference registration was there to hear it. */
export const shiftsAsked = askForRetelling('conference-registration', {
  'exhibition-stands': anyKnownShift,
  'study-visits': anyKnownTravel,
});

export const doubleBookingControllers = [DoubleBookingsController];
