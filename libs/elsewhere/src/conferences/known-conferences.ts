import type { EntityManager } from 'typeorm';
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

const forgetDelegates = `DELETE FROM known_delegates d USING known_conferences c
  WHERE c.id = d.conference_id AND ${lastDay} < $1`;

/**
 * Forgets the conferences that were over before a day, and who took part in them: they stand in nobody's way any more.
 *
 * @param before ISO
 * @returns how many conferences, and how many delegates
 */
export async function forgetConferences(
  manager: EntityManager,
  before: string,
): Promise<{ readonly conferences: number; readonly delegates: number }> {
  // While the conferences are there still, to say which are over.
  const [, delegates]: [unknown, number] = await manager.query(forgetDelegates, [before]);
  const [, conferences]: [unknown, number] = await manager.query(
    `DELETE FROM known_conferences c WHERE ${lastDay} < $1`,
    [before],
  );
  return { conferences, delegates };
}

/** A query that gives a row exactly if anything of them is known; for `askForRetelling`. */
export const anyKnownConference = 'SELECT 1 FROM known_conferences UNION ALL SELECT 1 FROM known_delegates';
