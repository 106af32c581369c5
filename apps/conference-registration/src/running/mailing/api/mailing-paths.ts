import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { mailingInput, mailingOutput, readersOutput, readersQuery } from './mailing.schema.js';

const path = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('conference');

/** @param tags what they are grouped under */
export const mailingPaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/conferences/{id}/mailings/readers`]: {
    get: {
      operationId: 'countMailReaders',
      summary: 'How many a mail to some of a conference would go to, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path, query: readersQuery },
      responses: { 200: json('How many.', readersOutput), ...problems(400, 403, 404, 422) },
    },
  },
  [`${apiPath}/conferences/{id}/mailings`]: {
    post: {
      operationId: 'sendMailing',
      summary: 'Write to some of the delegates, or of those who booked, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path, header: keyHeader },
      requestBody: body(mailingInput),
      responses: {
        201: json('It is on its way.', mailingOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
});
