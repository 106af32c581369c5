import { z } from 'zod';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { erasureOutput } from './erasure.schema.js';

const tags = ['After a visit'];

/** What was erased after a visit, for programs of staff. */
export const erasureApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/visits/{id}/erasure`]: {
      get: {
        operationId: 'getErasure',
        summary: 'What was erased 30 days after a visit, how many of each, and what stays and why',
        tags,
        security: tokenNeeded,
        requestParams: {
          path: z.object({
            id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
          }),
        },
        responses: { 200: json('As it stands.', erasureOutput), ...problemsAbout('visit')(403, 404) },
      },
    },
  },
};
