import { ListDoubleBookings } from '../double-bookings/list-double-bookings.js';
import { ForgetShifts } from './forget-shifts.schedule.js';
import { KeepShift } from './keep-shift.js';
import { ListOwnShifts } from './list-own-shifts.js';
import { OnExhibitionChanged } from './messages/on-exhibition-changed.js';
import { OnExhibitionPublished } from './messages/on-exhibition-published.js';
import { OnShiftAssigned } from './messages/on-shift-assigned.js';
import { OnShiftChanged } from './messages/on-shift-changed.js';
import { OnShiftUnassigned } from './messages/on-shift-unassigned.js';
import { OnStandEventCancelled } from './messages/on-stand-event-cancelled.js';
import { OnStandEventChanged } from './messages/on-stand-event-changed.js';
import { OnStandEventPublished } from './messages/on-stand-event-published.js';

/** What handles the messages of `exhibition-stands`. */
export const standHandlers = [
  OnExhibitionPublished,
  OnExhibitionChanged,
  OnShiftAssigned,
  OnShiftChanged,
  OnShiftUnassigned,
  OnStandEventPublished,
  OnStandEventChanged,
  OnStandEventCancelled,
];

/** What knows who has which shift on a stand. */
export const standProviders = [KeepShift, ListDoubleBookings, ListOwnShifts];

/** What forgets it. */
export const standSchedules = [ForgetShifts];
