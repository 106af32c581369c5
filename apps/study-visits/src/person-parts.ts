import { attendedConferencesOfPeople, standShiftsOfPeople } from '#elsewhere';
import type { PersonPart } from '#people';
import { applicationsOfPeople } from './applications/people.js';
import { handoutsOfPeople } from './handouts/people.js';
import { hostsOfPeople } from './hosts/people.js';
import { certificatesOfPeople } from './certificates/people.js';
import { boardReportsOfPeople } from './board-report/people.js';
import { feedbackOfPeople } from './feedback/people.js';
import { learningNotesOfPeople } from './learning-notes/people.js';
import { interpretersOfPeople } from './interpreters/people.js';
import { itinerariesOfPeople } from './itinerary/people.js';
import { briefingsOfPeople } from './briefings/people.js';
import { selectionOfPeople } from './selection/people.js';
import { invoicingOfPeople } from './invoicing/people.js';
import { headCountsOfPeople } from './head-counts/people.js';
import { roomsOfPeople } from './rooms/people.js';
import { travelOfPeople } from './travel/people.js';
import { expensesOfPeople } from './expenses/people.js';
import { incidentsOfPeople } from './incidents/people.js';
import { travellersOfPeople } from './travellers/people.js';
import { papersOfPeople } from './papers/people.js';
import { plansOfPeople } from './plans/people.js';
import { visitsOfPeople } from './visits/people.js';
import { secretsOfPeople } from './secrets/people.js';
import { destinationRulesOfPeople } from './destination-rules/people.js';
import { readinessOfPeople } from './readiness/people.js';

const why = 'so that we can tell you if you are booked twice';

/** What each feature holds of people, in the order in which a person is forgotten. */
export const personParts: readonly PersonPart[] = [
  visitsOfPeople,
  plansOfPeople,
  selectionOfPeople,
  secretsOfPeople,
  destinationRulesOfPeople,
  readinessOfPeople,
  applicationsOfPeople,
  feedbackOfPeople,
  learningNotesOfPeople,
  certificatesOfPeople,
  boardReportsOfPeople,
  hostsOfPeople,
  handoutsOfPeople,
  interpretersOfPeople,
  itinerariesOfPeople,
  briefingsOfPeople,
  papersOfPeople,
  invoicingOfPeople,
  travelOfPeople,
  headCountsOfPeople,
  roomsOfPeople,
  expensesOfPeople,
  incidentsOfPeople,
  attendedConferencesOfPeople(why),
  standShiftsOfPeople(why),
  travellersOfPeople,
];
