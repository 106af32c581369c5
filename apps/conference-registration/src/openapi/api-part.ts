export type { ApiPart } from '#platform';

/** Where the API of conference registration is. */
export const apiPath = '/api/v1/conference-registration';
