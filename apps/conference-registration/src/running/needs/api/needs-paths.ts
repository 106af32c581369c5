import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { needsOutput } from './needs.schema.js';

const path = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const problems = problemsAbout('conference');

/** @param tags what they are grouped under */
export const needsPaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/conferences/{id}/needs`]: {
    get: {
      operationId: 'countNeeds',
      summary: 'What confirmed delegates eat and need, counted without names, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path },
      responses: { 200: json('The numbers.', needsOutput), ...problems(403, 404) },
    },
  },
});
