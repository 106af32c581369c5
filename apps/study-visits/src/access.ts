import { mailTemplatesAccess, messagesAccess } from '#messaging';
import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { offersAccess } from './offers/access.js';
import { selectionAccess } from './selection/access.js';
import { fundingAccess } from './funding/access.js';
import { invoicingAccess } from './invoicing/access.js';
import { headCountsAccess } from './head-counts/access.js';
import { openApiAccess } from './openapi/access.js';
import { papersAccess } from './papers/access.js';
import { plansAccess } from './plans/access.js';
import { roomsAccess } from './rooms/access.js';
import { expensesAccess } from './expenses/access.js';
import { incidentsAccess } from './incidents/access.js';
import { travellersAccess } from './travellers/access.js';
import { travelAccess } from './travel/access.js';
import { visitsAccess } from './visits/access.js';
import { applicationsAccess } from './applications/access.js';
import { secretsAccess } from './secrets/access.js';
import { handoutsAccess } from './handouts/access.js';
import { hostsAccess } from './hosts/access.js';
import { destinationRulesAccess } from './destination-rules/access.js';
import { readinessAccess } from './readiness/access.js';
import { erasureAccess } from './erasure/access.js';
import { afterwardsAccess } from './afterwards/access.js';
import { boardReportAccess } from './board-report/access.js';
import { certificatesAccess } from './certificates/access.js';
import { feedbackAccess } from './feedback/access.js';
import { learningNotesAccess } from './learning-notes/access.js';
import { itineraryAccess } from './itinerary/access.js';
import { liveChangesAccess } from './live-changes/access.js';
import { ownTravelsAccess } from './own-travels/access.js';
import { briefingsAccess } from './briefings/access.js';
import { doubleBookingsAccess } from './double-bookings/access.js';
import { partyAccess } from './party/access.js';

/** Every address of the visits and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /visits/assets/:name': 'everyone',
  ...openApiAccess,
  ...visitsAccess,
  ...plansAccess,
  ...applicationsAccess,
  ...secretsAccess,
  ...destinationRulesAccess,
  ...readinessAccess,
  ...hostsAccess,
  ...handoutsAccess,
  ...itineraryAccess,
  ...liveChangesAccess,
  ...ownTravelsAccess,
  ...briefingsAccess,
  ...papersAccess,
  ...selectionAccess,
  ...offersAccess,
  ...travellersAccess,
  ...expensesAccess,
  ...incidentsAccess,
  ...partyAccess,
  ...doubleBookingsAccess,
  ...fundingAccess,
  ...invoicingAccess,
  ...travelAccess,
  ...headCountsAccess,
  ...roomsAccess,
  ...erasureAccess,
  ...afterwardsAccess,
  ...feedbackAccess,
  ...learningNotesAccess,
  ...certificatesAccess,
  ...boardReportAccess,
  ...peopleAccess,
  ...mailTemplatesAccess,
  ...messagesAccess,
};
