import { askForRetelling } from '#messaging';
import { CommitmentsOf } from './commitments-of.js';
import { KeepConference } from './keep-conference.js';
import { KeepDelegate } from './keep-delegate.js';
import { OnConferenceChanged } from './messages/on-conference-changed.js';
import { OnConferencePublished } from './messages/on-conference-published.js';
import { OnDelegateCancelled } from './messages/on-delegate-cancelled.js';
import { OnDelegateConfirmed } from './messages/on-delegate-confirmed.js';

/** What handles the messages of `conference-registration`. */
export const commitmentHandlers = [
  OnConferencePublished,
  OnConferenceChanged,
  OnDelegateConfirmed,
  OnDelegateCancelled,
];

/** What knows where people are to be besides the stand. */
export const commitmentProviders = [CommitmentsOf, KeepConference, KeepDelegate];

/** What asks for it where it was told before the stands were there. */
export const commitmentsAsked = askForRetelling('exhibition-stands', {
  'conference-registration': 'SELECT 1 FROM known_conferences UNION ALL SELECT 1 FROM known_delegates',
});
