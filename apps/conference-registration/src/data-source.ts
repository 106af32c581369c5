import type { DataSource } from 'typeorm';
import { knownShiftEntities, knownTravelEntities } from '#elsewhere';
import { messageEntities, retellingEntities, scheduleEntities } from '#messaging';
import { peopleEntities } from '#people';
import { postgresDataSource } from '#platform';
import { bookingEntities } from './bookings/booking-entities.js';
import { cancellingEntities } from './cancelling/all/conference-cancellation.entity.js';
import { codeEntities } from './codes/code.entity.js';
import { conferenceEntities } from './conferences/conferences.js';
import { moneyEntities } from './money/entities/money-entities.js';
import { placeEntities } from './places/place-entities.js';
import { poolEntities } from './pools/pool.entity.js';
import { answerEntities } from './questions/answer-entities.js';
import { questionEntities } from './questions/question.entity.js';
import { runningEntities } from './running/running-entities.js';
import { ticketEntities } from './tickets/ticket-entities.js';
import { visitEntities } from './visits/visit-entities.js';
import { waitingListEntities } from './waiting-list/waiting-list-entities.js';
import { migrations } from './migrations/index.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'conference_registration',
    entities: [
      ...peopleEntities,
      ...messageEntities,
      ...scheduleEntities,
      ...retellingEntities,
      ...moneyEntities,
      ...conferenceEntities,
      ...ticketEntities,
      ...poolEntities,
      ...codeEntities,
      ...questionEntities,
      ...bookingEntities,
      ...placeEntities,
      ...answerEntities,
      ...waitingListEntities,
      ...cancellingEntities,
      ...runningEntities,
      ...knownShiftEntities,
      ...knownTravelEntities,
      ...visitEntities,
    ],
    migrations,
  });
}
