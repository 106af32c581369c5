import type { AccessTable } from '#platform';

/** Where `members` asks what is held on somebody. */
export const peopleAccess: AccessTable = { 'GET /internal/held-on/:personId': 'services' };
