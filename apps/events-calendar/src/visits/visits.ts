import { ForgetTravels } from './forget-travels.schedule.js';
import { KeepTraveller } from './keep-traveller.js';
import { ListOwnTravels } from './list-own-travels.js';
import { OnTravellerConfirmed } from './messages/on-traveller-confirmed.js';
import { OnTravellerWithdrawn } from './messages/on-traveller-withdrawn.js';
import { OnVisitAnnounced } from './messages/on-visit-announced.js';
import { OnVisitChanged } from './messages/on-visit-changed.js';

/** What handles the messages of `study-visits`. */
export const visitHandlers = [OnVisitAnnounced, OnVisitChanged, OnTravellerConfirmed, OnTravellerWithdrawn];

/** What knows who travels with study visits. */
export const visitProviders = [KeepTraveller, ListOwnTravels];

/** What forgets it. */
export const visitSchedules = [ForgetTravels];
