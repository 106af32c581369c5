/** Where programs ask. */
export const apiPath = '/api/v1/members';

/** Where the API is described. */
export const openApiPath = `${apiPath}/openapi.json`;
