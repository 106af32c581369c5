import { z } from 'zod';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { feedbackInput, feedbackOutput, ownFeedbackOutput } from './feedback.schema.js';

const tags = ['After a visit'];
const link = z.object({
  secret: z.string().meta({ description: 'From the link that was mailed to them alone.' }),
});
const visit = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});

/** How travellers found a visit, for programs. */
export const feedbackApi: ApiPart = {
  tags: [],
  paths: {
    [`${apiPath}/visits/{id}/feedback`]: {
      get: {
        operationId: 'getVisitFeedback',
        summary: 'How travellers found a visit, without their names',
        tags,
        security: tokenNeeded,
        requestParams: { path: visit },
        responses: { 200: json('What they said.', feedbackOutput), ...problemsAbout('visit')(403, 404) },
      },
    },
    [`${apiPath}/traveller-links/{secret}/feedback`]: {
      get: {
        operationId: 'getOwnVisitFeedback',
        summary: 'What one has said of how it was',
        tags,
        security: anybody,
        requestParams: { path: link },
        responses: { 200: json('As it is now.', ownFeedbackOutput), ...problemsAbout('traveller')(404) },
      },
      post: {
        operationId: 'giveVisitFeedback',
        summary: 'Say how it was, in place of what one said before',
        tags,
        security: anybody,
        requestParams: { path: link, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
        requestBody: body(feedbackInput),
        responses: {
          200: json('As it is now.', ownFeedbackOutput),
          ...problemsAbout('traveller')(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
  },
};
