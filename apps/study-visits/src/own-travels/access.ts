import type { AccessTable } from '#platform';
import { people } from '../roles.js';

/** The visits that whoever is signed in travels with. */
export const ownTravelsAccess: AccessTable = {
  'GET /api/v1/study-visits/my-travels': people,
};
