import { z } from 'zod';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  choicesOutput,
  ownSwapOutput,
  ownSwapsOutput,
  swapAnswerInput,
  swapDecisionInput,
  swapInput,
  swapOutput,
  swapsOutput,
} from './swaps.schema.js';

const tag = 'Swaps of shifts';
const forStaff = { tags: [tag], security: tokenNeeded };
const byLink = { tags: [tag], security: anybody };
const exhibition = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name.' }),
});
const one = exhibition.extend({ swapId: z.uuid() });
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const ownShift = link.extend({ assignmentId: z.uuid() });
const ownSwap = link.extend({ swapId: z.uuid() });
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('exhibition');
const written = problems(400, 403, 404, 409, 413, 415, 422);

const swaps = `${apiPath}/exhibitions/{id}/swaps`;
const own = `${apiPath}/team-links/{secret}`;

/** Asking others to swap, answering, and what staff decide. */
export const swapsApi: ApiPart = {
  tags: [tag],
  paths: {
    [swaps]: {
      get: {
        ...forStaff,
        operationId: 'listSwaps',
        summary: 'All swaps of an exhibition, for staff: those to approve first',
        requestParams: { path: exhibition },
        responses: { 200: json('As they stand now.', swapsOutput), ...problems(403, 404) },
      },
    },
    [`${swaps}/{swapId}`]: {
      get: {
        ...forStaff,
        operationId: 'readSwap',
        summary: 'A swap, and which rules of the rota it would break now, for staff',
        requestParams: { path: one },
        responses: { 200: json('As it stands now.', swapOutput), ...problems(403, 404) },
      },
    },
    [`${swaps}/{swapId}/decisions`]: {
      post: {
        ...forStaff,
        operationId: 'decideSwap',
        summary: 'Approve a swap, refuse it, or end it before it is settled, for staff',
        requestParams: { path: one, header },
        requestBody: body(swapDecisionInput),
        responses: { 200: json('As it stands now.', swapOutput), ...written },
      },
    },
    [`${own}/swaps`]: {
      get: {
        ...byLink,
        operationId: 'listOwnSwaps',
        summary: 'What you asked others to swap, and were asked',
        requestParams: { path: link },
        responses: {
          200: json('Those that wait for your answer first.', ownSwapsOutput),
          ...problems(404),
        },
      },
    },
    [`${own}/shifts/{assignmentId}/swap-choices`]: {
      get: {
        ...byLink,
        operationId: 'readSwapChoices',
        summary: 'For what you could swap a shift of yours, and who could take it',
        requestParams: { path: ownShift },
        responses: { 200: json('What works for both.', choicesOutput), ...problems(404, 409) },
      },
    },
    [`${own}/shifts/{assignmentId}/swaps`]: {
      post: {
        ...byLink,
        operationId: 'askForSwap',
        summary: 'Ask another to swap a shift with you, or to take it',
        requestParams: { path: ownShift, header },
        requestBody: body(swapInput),
        responses: { 201: json('The swap.', ownSwapOutput), ...written },
      },
    },
    [`${own}/swaps/{swapId}/answers`]: {
      post: {
        ...byLink,
        operationId: 'answerSwap',
        summary: 'Accept or decline what you were asked, or withdraw what you asked',
        requestParams: { path: ownSwap, header },
        requestBody: body(swapAnswerInput),
        responses: { 200: json('As it stands now.', ownSwapOutput), ...written },
      },
    },
  },
};
