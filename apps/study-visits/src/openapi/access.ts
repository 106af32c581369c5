import type { AccessTable } from '#platform';

/** Where the API is described. */
export const openApiAccess: AccessTable = {
  'GET /api/v1/study-visits/openapi.json': 'everyone',
};
