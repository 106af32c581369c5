import type { ZodOpenApiPathsObject } from 'zod-openapi';

/** What a feature offers to programs, for the description of the API. */
export interface ApiPart {
  /** What its operations are grouped under: "Conferences". */
  readonly tags: readonly string[];
  readonly paths: ZodOpenApiPathsObject;
}

/** Where the API of conference registration is. */
export const apiPath = '/api/v1/conference-registration';
