import { atOnceApi } from '../at-once/api/at-once-paths.js';
import { journeyApi } from '../booking-page/api/journey-paths.js';
import { changingApi } from '../changing/api/change-paths.js';
import { bookingsApi } from '../bookings/api/booking-paths.js';
import { conferencesApi } from '../conferences/api/conference-paths.js';
import { moneyApi } from '../money/api/money-paths.js';
import { visitChargesApi } from '../visits/api/visit-charge-paths.js';
import { waitingApi } from '../waiting-list/api/waiting-paths.js';
import { doubleBookingsApi } from '../double-bookings/api/double-booking-paths.js';
import { settingUpApi } from '../set-up/api/setting-up-api.js';
import { runningApi } from '../running/api/running-api.js';
import type { ApiPart } from './api-part.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [
  conferencesApi,
  ...settingUpApi,
  bookingsApi,
  atOnceApi,
  journeyApi,
  changingApi,
  doubleBookingsApi,
  moneyApi,
  visitChargesApi,
  waitingApi,
  runningApi,
];
