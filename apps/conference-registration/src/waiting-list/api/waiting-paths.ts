import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { acceptedOutput, joinInput, waitingOutput } from './waiting.schema.js';

const tags = ['Waiting lists'];
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const conferencePath = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const entryKey = z.object({
  key: z.string().meta({ description: 'The entry’s id, or a guest’s secret.' }),
});
const problems = problemsAbout('place in the line');

const step = (operationId: string, summary: string, output: z.ZodType) => ({
  post: {
    operationId,
    summary,
    tags,
    security: anybody,
    requestParams: { path: entryKey, header: keyHeader },
    responses: { 200: json('How it stands.', output), ...problems(400, 403, 404, 409, 422) },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/conferences/{id}/waiting-list`]: {
    post: {
      operationId: 'joinWaitingList',
      summary: 'Join the line of those who wait for places; 409 `places-left` where there is no need to',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferencePath, header: keyHeader },
      requestBody: body(joinInput),
      responses: {
        201: json('The place in the line.', waitingOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/waiting/{key}`]: {
    get: {
      operationId: 'readWaiting',
      summary: 'Where you stand in the line, and what is offered to you',
      tags,
      security: anybody,
      requestParams: { path: entryKey },
      responses: { 200: json('How it stands.', waitingOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/waiting/{key}/accept`]: step(
    'acceptOffer',
    'Begin a booking with the places that are offered',
    acceptedOutput,
  ),
  [`${apiPath}/waiting/{key}/decline`]: step('declineOffer', 'Decline what is offered', waitingOutput),
  [`${apiPath}/waiting/{key}/leave`]: step('leaveWaitingList', 'Leave the line', waitingOutput),
};

/** Waiting for places, for programs. */
export const waitingApi: ApiPart = { tags, paths };
