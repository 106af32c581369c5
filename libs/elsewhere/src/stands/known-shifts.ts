import { KeepStandShift } from './keep-stand-shift.js';
import { OnShiftAssigned } from './messages/on-shift-assigned.js';
import { OnShiftChanged } from './messages/on-shift-changed.js';
import { OnShiftUnassigned } from './messages/on-shift-unassigned.js';
import { StandShiftRow } from './stand-shift.entity.js';

/** For the data source of an app that keeps who is on one of the network's stands when. */
export const knownShiftEntities = [StandShiftRow] as const;

/** For its handlers: the messages of `exhibition-stands` about shifts. */
export const knownShiftHandlers = [OnShiftAssigned, OnShiftChanged, OnShiftUnassigned];

/** For its providers. */
export const knownShiftProviders = [KeepStandShift];

/** A query that gives a row exactly if any is known; for `askForRetelling`. */
export const anyKnownShift = 'SELECT 1 FROM stand_shifts';

/** SQL that forgets those that ended before an instant, which is the first parameter: they stand in nobody's way any more. */
export const forgetShifts = 'DELETE FROM stand_shifts WHERE ends_at < $1';
