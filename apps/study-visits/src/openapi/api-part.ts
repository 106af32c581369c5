export type { ApiPart } from '#platform';

/** Where the API of the visits is. */
export const apiPath = '/api/v1/study-visits';
