import type { ZodOpenApiPathsObject } from 'zod-openapi';

/** What a feature offers to programs, for the description of the API. */
export interface ApiPart {
  /** What its operations are grouped under: "Exhibitions". */
  readonly tags: readonly string[];
  readonly paths: ZodOpenApiPathsObject;
}

/** Where the API of the stands is. */
export const apiPath = '/api/v1/exhibition-stands';
