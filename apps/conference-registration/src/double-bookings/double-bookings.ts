import { anyKnownShift, knownShiftProviders } from '#elsewhere';
import { askForRetelling } from '#messaging';
import { DoubleBookingsController } from './api/double-bookings.controller.js';
import { FindDoubleBookings } from './find-double-bookings.js';

/** What knows who is on a stand while they are to be at a conference. */
export const doubleBookingProviders = [FindDoubleBookings, ...knownShiftProviders];

/** What asks for shifts of which the stands told before conference registration heard them. */
export const shiftsAsked = askForRetelling('conference-registration', {
  'exhibition-stands': anyKnownShift,
});

export const doubleBookingControllers = [DoubleBookingsController];
