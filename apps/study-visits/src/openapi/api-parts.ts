import type { ApiPart } from './api-part.js';
import { fundingApi } from '../funding/api/funding-paths.js';
import { invoicingApi } from '../invoicing/api/money-paths.js';
import { headCountsApi } from '../head-counts/api/head-counts-paths.js';
import { offersApi } from '../offers/api/offer-paths.js';
import { expensesApi } from '../expenses/api/expense-paths.js';
import { incidentsApi } from '../incidents/api/incident-paths.js';
import { travellersApi } from '../travellers/api/traveller-paths.js';
import { selectionApi } from '../selection/api/selection-paths.js';
import { secretsApi } from '../secrets/api/secrets-paths.js';
import { handoutsApi } from '../handouts/api/sheet-paths.js';
import { hostsApi } from '../hosts/api/host-paths.js';
import { destinationRulesApi } from '../destination-rules/api/rule-paths.js';
import { applicationsApi } from '../applications/api/application-paths.js';
import { roomsApi } from '../rooms/api/rooms-paths.js';
import { travelApi } from '../travel/api/travel-paths.js';
import { visitsApi } from '../visits/api/visit-paths.js';
import { papersApi } from '../papers/api/papers-paths.js';
import { plansApi } from '../plans/api/plans-paths.js';
import { erasureApi } from '../erasure/api/erasure-paths.js';
import { certificatesApi } from '../certificates/api/certificate-paths.js';
import { boardReportApi } from '../board-report/api/report-paths.js';
import { feedbackApi } from '../feedback/api/feedback-paths.js';
import { learningNotesApi } from '../learning-notes/api/note-paths.js';
import { readinessApi } from '../readiness/api/readiness-paths.js';
import { itineraryApi } from '../itinerary/api/itinerary-paths.js';
import { liveChangesApi } from '../live-changes/api/live-change-paths.js';
import { ownTravelsApi } from '../own-travels/api/own-travels-paths.js';
import { briefingsApi } from '../briefings/api/briefings-paths.js';
import { doubleBookingsApi } from '../double-bookings/api/double-booking-paths.js';
import { partyApi } from '../party/api/party-paths.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [
  selectionApi,
  offersApi,
  travellersApi,
  doubleBookingsApi,
  expensesApi,
  incidentsApi,
  partyApi,
  fundingApi,
  invoicingApi,
  visitsApi,
  plansApi,
  applicationsApi,
  hostsApi,
  handoutsApi,
  itineraryApi,
  liveChangesApi,
  ownTravelsApi,
  briefingsApi,
  papersApi,
  travelApi,
  headCountsApi,
  roomsApi,
  secretsApi,
  destinationRulesApi,
  readinessApi,
  erasureApi,
  feedbackApi,
  learningNotesApi,
  certificatesApi,
  boardReportApi,
];
