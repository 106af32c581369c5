import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, idempotencyKey, json, problemsAbout } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { handOutInput, ownCountInput, ownStockOutput } from './own-stock.schema.js';
import { countOutput, movementOutput } from './stock.schema.js';

const about = { tags: ['Stock'], security: anybody };
const problems = problemsAbout('part of the stock');
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const written = problems(400, 403, 404, 409, 413, 415, 422);
const own = `${apiPath}/team-links/{secret}/stock`;

/** What volunteers do with the stock of their own stand. */
export const ownStockPaths: ZodOpenApiPathsObject = {
  [own]: {
    get: {
      ...about,
      operationId: 'readOwnStock',
      summary: 'What may be on your stand, and where',
      requestParams: { path: link },
      responses: { 200: json('As it is.', ownStockOutput), ...problems(404) },
    },
  },
  [`${own}/hand-outs`]: {
    post: {
      ...about,
      operationId: 'handOutOwnStock',
      summary: 'Say what you handed out; 422 `not-enough` says how many there are',
      requestParams: { path: link, header },
      requestBody: body(handOutInput),
      responses: { 201: json('The line of the ledger.', movementOutput), ...written },
    },
  },
  [`${own}/counts`]: {
    post: {
      ...about,
      operationId: 'countOwnStock',
      summary: 'Say what you counted in a place of your stand',
      requestParams: { path: link, header },
      requestBody: body(ownCountInput),
      responses: { 201: json('What came of it.', countOutput), ...written },
    },
  },
  [`${own}/counts/{countId}`]: {
    get: {
      ...about,
      operationId: 'readOwnCount',
      summary: 'What came of a count of yours',
      requestParams: { path: link.extend({ countId: z.string() }) },
      responses: { 200: json('As it was.', countOutput), ...problems(404) },
    },
  },
};
