import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { applicationsPage, applicationsQuery, decidedOutput, decisionInput } from './application.schema.js';

const path = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('conference');

/** @param tags what they are grouped under */
export const applicationPaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/conferences/{id}/applications`]: {
    get: {
      operationId: 'listApplications',
      summary: 'Applications that are to be decided or on the reserve, the oldest first, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path, query: applicationsQuery },
      responses: { 200: json('A page of applications.', applicationsPage), ...problems(400, 403, 404) },
    },
  },
  [`${apiPath}/conferences/{id}/applications/decisions`]: {
    post: {
      operationId: 'decideApplications',
      summary: 'Accept applications, put them on the reserve, or decline them: all of them or none',
      tags,
      security: tokenNeeded,
      requestParams: { path, header: keyHeader },
      requestBody: body(decisionInput),
      responses: {
        200: json('What was decided.', decidedOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
});
