import { FindTwins } from './find-twins.js';
import { KeepConference } from './keep-conference.js';
import { KeepDelegate } from './keep-delegate.js';
import { OnConferenceChanged } from './messages/on-conference-changed.js';
import { OnConferencePublished } from './messages/on-conference-published.js';
import { OnDelegateCancelled } from './messages/on-delegate-cancelled.js';
import { OnDelegateConfirmed } from './messages/on-delegate-confirmed.js';
import { ShowConference } from './show-conference.js';

/** What handles the messages of `conference-registration`. */
export const conferenceHandlers = [
  OnConferencePublished,
  OnConferenceChanged,
  OnDelegateConfirmed,
  OnDelegateCancelled,
];

/** What shows conferences in the calendar, and knows who takes part. */
export const conferenceProviders = [FindTwins, KeepConference, KeepDelegate, ShowConference];
