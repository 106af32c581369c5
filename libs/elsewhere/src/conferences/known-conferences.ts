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

/** When a conference ended, by what is known of it. */
const lastDay = `(SELECT max((day ->> 'date')::date) FROM jsonb_array_elements(c.facts #> '{when,days}') AS day)`;

/** SQL that forgets who took part in those that were over before a day, which is the first parameter. */
export const forgetDelegates = `DELETE FROM known_delegates d USING known_conferences c
  WHERE c.id = d.conference_id AND ${lastDay} < $1`;

/** SQL that forgets those conferences, once {@link forgetDelegates} has forgotten who took part. */
export const forgetConferences = `DELETE FROM known_conferences c WHERE ${lastDay} < $1`;

/** A query that gives a row exactly if anything of them is known; for `askForRetelling`. */
export const anyKnownConference = 'SELECT 1 FROM known_conferences UNION ALL SELECT 1 FROM known_delegates';
