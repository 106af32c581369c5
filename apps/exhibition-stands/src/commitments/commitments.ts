import { anyKnownConference, knownConferenceProviders } from '#elsewhere';
import { askForRetelling } from '#messaging';
import { CommitmentsOf } from './commitments-of.js';

/** What knows where people are to be besides the stand. */
export const commitmentProviders = [CommitmentsOf, ...knownConferenceProviders];

/** What asks for it where it was told before the stands were there. */
export const commitmentsAsked = askForRetelling('exhibition-stands', {
  'conference-registration': anyKnownConference,
});
