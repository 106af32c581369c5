import { KeepTravel } from './keep-travel.js';
import { KnownTravelRow } from './known-travel.entity.js';
import { OnTravellerConfirmed } from './messages/on-traveller-confirmed.js';
import { OnTravellerWithdrawn } from './messages/on-traveller-withdrawn.js';

/** For the data source of an app that keeps who travels with the network's study visits. */
export const knownTravelEntities = [KnownTravelRow] as const;

/** For its handlers: the messages of `study-visits` about travellers. */
export const knownTravelHandlers = [OnTravellerConfirmed, OnTravellerWithdrawn];

/** For its providers. */
export const knownTravelProviders = [KeepTravel];

/** A query that gives a row exactly if any is known; for `askForRetelling`. */
export const anyKnownTravel = 'SELECT 1 FROM known_travels';

/** SQL that forgets those that were over before a day, which is the first parameter: they stand in nobody's way any more. */
export const forgetTravels = 'DELETE FROM known_travels WHERE last_day < $1';
