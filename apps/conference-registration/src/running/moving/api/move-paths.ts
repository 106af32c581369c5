import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { movedOutput, moveInput } from './move.schema.js';

const path = z.object({
  key: z.string().meta({ description: 'The booking’s reference.' }),
  number: z.string().meta({ description: 'Of the delegate within the booking.' }),
});
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });

/** @param tags what they are grouped under */
export const movePaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/bookings/{key}/delegates/{number}/move`]: {
    post: {
      operationId: 'moveDelegate',
      summary: 'Move a delegate to another booking of the same organisation, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path, header: keyHeader },
      requestBody: body(moveInput),
      responses: {
        200: json('Where they are now.', movedOutput),
        ...problemsAbout('booking')(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
});
