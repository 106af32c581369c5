import type { DataSource } from 'typeorm';
import { knownConferenceEntities, knownShiftEntities } from '#elsewhere';
import { messageEntities, retellingEntities, scheduleEntities } from '#messaging';
import { peopleEntities } from '#people';
import { postgresDataSource } from '#platform';
import { applicationEntities } from './applications/application-entities.js';
import { invoicingEntities } from './invoicing/invoicing-entities.js';
import { headCountEntities } from './head-counts/head-count.entities.js';
import { boardReportEntities } from './board-report/board-report-entities.js';
import { certificateEntities } from './certificates/certificate-entities.js';
import { erasureEntities } from './erasure/erasure-entities.js';
import { feedbackEntities } from './feedback/feedback-entities.js';
import { learningNoteEntities } from './learning-notes/learning-note-entities.js';
import { migrations } from './migrations/index.js';
import { travelEntities } from './travel/travel-entities.js';
import { expenseEntities } from './expenses/expense.entities.js';
import { incidentEntities } from './incidents/incident.entities.js';
import { travellerEntities } from './travellers/traveller-entities.js';
import { visitEntities } from './visits/visit-entities.js';
import { roomEntities } from './rooms/store/room-entities.js';
import { secretEntities } from './secrets/secret-entities.js';
import { offerEntities } from './offers/offer-entities.js';
import { selectionEntities } from './selection/selection-entities.js';
import { planEntities } from './plans/plan-entities.js';
import { paperEntities } from './papers/paper-entities.js';
import { itineraryEntities } from './itinerary/itinerary-entities.js';
import { briefingEntities } from './briefings/briefing-entities.js';
import { LiveChangeRow } from './live-changes/live-change.entity.js';
import { handoutEntities } from './handouts/handout-entities.js';
import { destinationRuleEntities } from './destination-rules/destination-rule-entities.js';
import { readinessEntities } from './readiness/readiness-entities.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'study_visits',
    entities: [
      ...messageEntities,
      ...scheduleEntities,
      ...retellingEntities,
      ...peopleEntities,
      ...visitEntities,
      ...planEntities,
      ...travellerEntities,
      ...expenseEntities,
      ...incidentEntities,
      ...secretEntities,
      ...destinationRuleEntities,
      ...readinessEntities,
      ...applicationEntities,
      ...selectionEntities,
      ...offerEntities,
      ...roomEntities,
      ...travelEntities,
      ...itineraryEntities,
      ...briefingEntities,
      ...headCountEntities,
      LiveChangeRow,
      ...handoutEntities,
      ...paperEntities,
      ...knownConferenceEntities,
      ...knownShiftEntities,
      ...invoicingEntities,
      ...feedbackEntities,
      ...learningNoteEntities,
      ...certificateEntities,
      ...boardReportEntities,
      ...erasureEntities,
    ],
    migrations,
  });
}
