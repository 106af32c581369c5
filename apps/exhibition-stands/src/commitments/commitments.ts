import {
  anyKnownConference,
  anyKnownTravel,
  knownConferenceProviders,
  knownTravelProviders,
} from '#elsewhere';
import { askForRetelling } from '#messaging';
import { CommitmentsOf } from './commitments-of.js';
import { ForgetConferences } from './forget-conferences.schedule.js';

/** What knows where people are to be besides the stand. */
export const commitmentProviders = [CommitmentsOf, ...knownConferenceProviders, ...knownTravelProviders];

/** What forgets it when it is over. */
export const commitmentSchedules = [ForgetConferences];

/** What asks for it where it was told before the stands were there. */
export const commitmentsAsked = askForRetelling('exhibition-stands', {
  'conference-registration': anyKnownConference,
  'study-visits': anyKnownTravel,
});
