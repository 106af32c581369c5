import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, json, problemsAbout } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { partyOutput } from './party.schema.js';

const tags = ['Who travels'];

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/traveller-links/{secret}/party`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readTravellingParty',
      summary: 'Who travels together, as far as each agreed to be named to the others',
      requestParams: {
        path: z.object({
          secret: z.string().meta({ description: 'From the link that was mailed to them.' }),
        }),
      },
      responses: { 200: json('As it is.', partyOutput), ...problemsAbout('traveller')(404) },
    },
  },
};

/** Parties, for programs. */
export const partyApi: ApiPart = { tags, paths };
