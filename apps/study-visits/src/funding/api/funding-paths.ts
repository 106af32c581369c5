import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { fundingOutput, fundInput } from './funding.schema.js';

const tags = ['Funded places'];
const problems = problemsAbout('visit, application or traveller');
const visit = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const found = { 200: json('Whose the funded places are now.', fundingOutput) };

const setting = (operationId: string, summary: string, path: z.ZodObject) => ({
  put: {
    tags,
    security: tokenNeeded,
    operationId,
    summary,
    requestParams: { path },
    requestBody: body(fundInput),
    responses: { ...found, ...problems(400, 403, 404, 409, 413, 415, 422) },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits/{id}/funded-places`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'readFundedPlaces',
      summary: 'Whose the funded places of a visit are; for staff',
      requestParams: { path: visit },
      responses: { ...found, ...problems(403, 404) },
    },
  },
  [`${apiPath}/visits/{id}/applications/{applicationId}/funded`]: setting(
    'fundOffer',
    'Fund the place that somebody is offered or is to be, or do so no longer; 409 `no-funded-place-left`',
    visit.extend({ applicationId: z.string() }),
  ),
  [`${apiPath}/visits/{id}/travellers/{travellerId}/funded`]: setting(
    'fundTraveller',
    'Fund the place of a traveller, upon which what was invoiced is credited; or do so no longer, upon which it is invoiced',
    visit.extend({ travellerId: z.string() }),
  ),
};

/** Funded places, for programs. */
export const fundingApi: ApiPart = { tags, paths };
