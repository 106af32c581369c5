import type { AccessTable } from '#platform';

/** What travellers and others are given in writing. */
export const papersAccess: AccessTable = {
  'GET /visits/travellers/:secret/programme': 'everyone',
  'GET /visits/travellers/:secret/programme.pdf': 'everyone',
  'GET /visits/travellers/:secret/emergency': 'everyone',
  'GET /visits/travellers/:secret/emergency.pdf': 'everyone',

  'GET /api/v1/study-visits/traveller-links/:secret/programme': 'everyone',
  'GET /api/v1/study-visits/traveller-links/:secret/emergency-card': 'everyone',
};
