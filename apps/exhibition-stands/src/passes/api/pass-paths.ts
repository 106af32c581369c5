import { z } from 'zod';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { changedOutput, limitsInput, passesOutput, stepInput } from './pass.schema.js';

const tags = ['Passes'];
const path = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name in addresses.' }),
});
const problems = problemsAbout('exhibition');

export const passApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/exhibitions/{id}/passes`]: {
      get: {
        operationId: 'listPasses',
        summary: 'Who has a pass for which day, and how many are left, for staff',
        tags,
        security: tokenNeeded,
        requestParams: { path },
        responses: { 200: json('The passes.', passesOutput), ...problems(403, 404) },
      },
    },
    [`${apiPath}/exhibitions/{id}/passes/steps`]: {
      post: {
        operationId: 'changePasses',
        summary: 'Take the passes of some people for some days a step further, within the host’s limits',
        tags,
        security: tokenNeeded,
        requestParams: { path, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
        requestBody: body(stepInput),
        responses: {
          200: json('What was changed.', changedOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${apiPath}/exhibitions/{id}/pass-limits`]: {
      put: {
        operationId: 'limitPasses',
        summary: 'Say how many passes the host gives for days',
        tags,
        security: tokenNeeded,
        requestParams: { path },
        requestBody: body(limitsInput),
        responses: { 200: json('The passes.', passesOutput), ...problems(400, 403, 404, 413, 415, 422) },
      },
    },
  },
};
