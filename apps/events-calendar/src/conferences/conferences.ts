import { KeepDelegate } from './keep-delegate.js';
import { ListAttended } from './list-attended.js';
import { OnConferenceChanged } from './messages/on-conference-changed.js';
import { OnConferencePublished } from './messages/on-conference-published.js';
import { OnDelegateCancelled } from './messages/on-delegate-cancelled.js';
import { OnDelegateConfirmed } from './messages/on-delegate-confirmed.js';

/** What handles the messages of `conference-registration`. */
export const conferenceHandlers = [
  OnConferencePublished,
  OnConferenceChanged,
  OnDelegateConfirmed,
  OnDelegateCancelled,
];

/** What knows who takes part in conferences. */
export const conferenceProviders = [KeepDelegate, ListAttended];
