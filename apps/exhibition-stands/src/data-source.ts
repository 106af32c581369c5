import type { DataSource } from 'typeorm';
import { knownConferenceEntities, knownTravelEntities } from '#elsewhere';
import { messageEntities, retellingEntities, scheduleEntities } from '#messaging';
import { peopleEntities } from '#people';
import { postgresDataSource } from '#platform';
import { afterwardsEntities } from './afterwards/afterwards-entities.js';
import { draftEntities } from './board/draft-entities.js';
import { dayEntities } from './day/day-entities.js';
import { standEventEntities } from './events/event-entities.js';
import { exhibitionEntities } from './exhibitions/exhibition-entities.js';
import { migrations } from './migrations/index.js';
import { passEntities } from './passes/pass-entities.js';
import { planEntities } from './plans/plan-entities.js';
import { publishedEntities } from './published/published-entities.js';
import { FillRow } from './rota/fill/fill.entity.js';
import { ProgramSearchRow } from './rota/problems/program-search.entity.js';
import { shiftEntities } from './shifts/shift-entities.js';
import { stockEntities } from './stock/stock-entities.js';
import { swapEntities } from './swaps/swap-entities.js';
import { teamEntities } from './team/team-entities.js';
import { visitorEntities } from './visitors/visitor-entities.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'exhibition_stands',
    entities: [
      ...messageEntities,
      ...scheduleEntities,
      ...retellingEntities,
      ...peopleEntities,
      ...knownConferenceEntities,
      ...knownTravelEntities,
      ...exhibitionEntities,
      ...planEntities,
      ...teamEntities,
      ...passEntities,
      ...shiftEntities,
      ...draftEntities,
      ...publishedEntities,
      ...dayEntities,
      ...swapEntities,
      FillRow,
      ProgramSearchRow,
      ...stockEntities,
      ...standEventEntities,
      ...visitorEntities,
      ...afterwardsEntities,
    ],
    migrations,
  });
}
