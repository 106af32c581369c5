import { bookingsApi } from '../bookings/api/booking-paths.js';
import { conferencesApi } from '../conferences/api/conference-paths.js';
import type { ApiPart } from './api-part.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [conferencesApi, bookingsApi];
