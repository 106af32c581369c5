import type { AccessTable } from '#platform';

/** What travellers have and do once they are back. */
export const afterwardsAccess: AccessTable = {
  'GET /visits/travellers/:secret/afterwards': 'everyone',
};
