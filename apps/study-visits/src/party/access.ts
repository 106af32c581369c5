import type { AccessTable } from '#platform';

/** Who travels together, for each of them by their own link. */
export const partyAccess: AccessTable = {
  'GET /visits/travellers/:secret/party': 'everyone',

  'GET /api/v1/study-visits/traveller-links/:secret/party': 'everyone',
};
