import { z } from 'zod';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { looksPage, looksQuery, secretsOutput } from './secrets.schema.js';

const tags = ['Sensitive details'];
const problems = problemsAbout('visit');
const path = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const base = `${apiPath}/visits/{id}/sensitive-data`;

/** What is held sealed, for programs of staff. */
export const secretsApi: ApiPart = {
  tags,
  paths: {
    [base]: {
      get: {
        operationId: 'getSensitiveData',
        summary: 'How much is kept sealed of a visit, and what was erased',
        tags,
        security: tokenNeeded,
        requestParams: { path },
        responses: { 200: json('Numbers alone.', secretsOutput), ...problems(403, 404) },
      },
    },
    [`${base}/looks`]: {
      get: {
        operationId: 'listLooks',
        summary: 'Who looked at sensitive details of a visit, and why, the latest first',
        tags,
        security: tokenNeeded,
        requestParams: { path, query: looksQuery },
        responses: { 200: json('A page of them.', looksPage), ...problems(400, 403, 404) },
      },
    },
  },
};
