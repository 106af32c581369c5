import { KeepConference } from './keep-conference.js';
import { KeepDelegate } from './keep-delegate.js';
import { KnownConferenceRow } from './known-conference.entity.js';
import { KnownDelegateRow } from './known-delegate.entity.js';
import { OnConferenceChanged } from './messages/on-conference-changed.js';
import { OnConferencePublished } from './messages/on-conference-published.js';
import { OnDelegateCancelled } from './messages/on-delegate-cancelled.js';
import { OnDelegateConfirmed } from './messages/on-delegate-confirmed.js';

/** For the data source of an app that keeps who takes part in the network's own conferences. */
export const knownConferenceEntities = [KnownConferenceRow, KnownDelegateRow] as const;

/** For its handlers: the messages of `conference-registration`. */
export const knownConferenceHandlers = [
  OnConferencePublished,
  OnConferenceChanged,
  OnDelegateConfirmed,
  OnDelegateCancelled,
];

/** For its providers. */
export const knownConferenceProviders = [KeepConference, KeepDelegate];

/** A query that gives a row exactly if anything of them is known; for `askForRetelling`. */
export const anyKnownConference = 'SELECT 1 FROM known_conferences UNION ALL SELECT 1 FROM known_delegates';
