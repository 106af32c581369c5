export type { ApiPart } from '#platform';

/** Where the API of the stands is. */
export const apiPath = '/api/v1/exhibition-stands';
