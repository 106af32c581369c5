import { ForgetTravels } from './forget-travels.schedule.js';
import { KeepItems } from './keep-items.js';
import { KeepTraveller } from './keep-traveller.js';
import { ListOwnTravels } from './list-own-travels.js';
import { OnItineraryChanged } from './messages/on-itinerary-changed.js';
import { OnTravellerConfirmed } from './messages/on-traveller-confirmed.js';
import { OnTravellerWithdrawn } from './messages/on-traveller-withdrawn.js';
import { OnVisitAnnounced } from './messages/on-visit-announced.js';
import { OnVisitChanged } from './messages/on-visit-changed.js';

/** What handles the messages of `study-visits`. */
export const visitHandlers = [
  OnVisitAnnounced,
  OnVisitChanged,
  OnTravellerConfirmed,
  OnTravellerWithdrawn,
  OnItineraryChanged,
];

/** What knows who travels with study visits, and what is planned for them. */
export const visitProviders = [KeepTraveller, KeepItems, ListOwnTravels];

/** What forgets it. */
export const visitSchedules = [ForgetTravels];
