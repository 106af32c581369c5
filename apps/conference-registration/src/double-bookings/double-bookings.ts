import { askForRetelling } from '#messaging';
import { DoubleBookingsController } from './api/double-bookings.controller.js';
import { FindDoubleBookings } from './find-double-bookings.js';
import { KeepStandShift } from './keep-stand-shift.js';
import { OnShiftAssigned } from './messages/on-shift-assigned.js';
import { OnShiftChanged } from './messages/on-shift-changed.js';
import { OnShiftUnassigned } from './messages/on-shift-unassigned.js';

/** What handles the messages of `exhibition-stands`. */
export const standHandlers = [OnShiftAssigned, OnShiftChanged, OnShiftUnassigned];

/** What knows who is on a stand while they are to be at a conference. */
export const doubleBookingProviders = [FindDoubleBookings, KeepStandShift];

/** What asks for shifts of which the stands told before conference registration heard them. */
export const shiftsAsked = askForRetelling('conference-registration', {
  'exhibition-stands': 'SELECT 1 FROM stand_shifts',
});

export const doubleBookingControllers = [DoubleBookingsController];
