import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  correctionInput,
  countInput,
  countOutput,
  itemInput,
  itemOutput,
  itemsOutput,
  movementInput,
  movementOutput,
  movementsOutput,
  movementsQuery,
  placeEdit,
  placeInput,
  placeOutput,
  placesOutput,
  transportInput,
  transportOutput,
  transportsOutput,
} from './stock.schema.js';
import { ownStockPaths } from './own-stock-paths.js';
import { packingPaths } from './packing-paths.js';

const tags = ['Stock'];
const problems = problemsAbout('part of the stock');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const version = z.object({ 'If-Match': ifMatch('item or place') });
const path = (name: string, description: string) => z.object({ [name]: z.string().meta({ description }) });
const item = path('itemId', 'The item.');
const place = path('code', 'The code on the place’s label.');
const transport = path('transportId', 'The transport.');
const about = { tags, security: tokenNeeded };

/** An operation that reads. */
const reads = (operationId: string, summary: string, schema: z.ZodType, requestParams: object = {}) => ({
  ...about,
  operationId,
  summary,
  requestParams,
  responses: { 200: json('As it is.', schema), ...problems(400, 403, 404) },
});

/** An operation that writes, once per key. */
const writes = (
  operationId: string,
  summary: string,
  input: z.ZodType | null,
  output: z.ZodType,
  requestParams: object = {},
) => ({
  ...about,
  operationId,
  summary,
  requestParams: { header, ...requestParams },
  ...(input !== null && { requestBody: body(input) }),
  responses: {
    [input === null ? 200 : 201]: json('As it is now.', output),
    ...problems(400, 403, 404, 409, 413, 415, 422),
  },
});

/** An operation that changes what was seen. */
const changes = (
  operationId: string,
  summary: string,
  input: z.ZodType,
  output: z.ZodType,
  params: z.ZodObject,
) => ({
  ...about,
  operationId,
  summary,
  requestParams: { header: version, path: params },
  requestBody: body(input),
  responses: { 200: json('As it is now.', output, etag), ...problems(403, 404, 412, 415, 422, 428) },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/stock/items`]: {
    get: reads('listStockItems', 'All items, with how many there are and where', itemsOutput),
    post: writes('addStockItem', 'Add an item', itemInput, itemOutput),
  },
  [`${apiPath}/stock/items/{itemId}`]: {
    get: reads('readStockItem', 'An item', itemOutput, { path: item }),
    put: changes('changeStockItem', 'Change what is said of an item', itemInput, itemOutput, item),
  },
  [`${apiPath}/stock/places`]: {
    get: reads('listStockPlaces', 'All places, with what is in them', placesOutput),
    post: writes('addStockPlace', 'Add a place', placeInput, placeOutput),
  },
  [`${apiPath}/stock/places/{code}`]: {
    get: reads('readStockPlace', 'A place', placeOutput, { path: place }),
    put: changes('changeStockPlace', 'Change what is said of a place', placeEdit, placeOutput, place),
  },
  [`${apiPath}/stock/places/{code}/counts`]: {
    post: writes('countStock', 'Say what was counted in a place', countInput, countOutput, { path: place }),
  },
  [`${apiPath}/stock/counts/{countId}`]: {
    get: reads('readStockCount', 'What came of a count', countOutput, {
      path: path('countId', 'The count.'),
    }),
  },
  [`${apiPath}/stock/movements`]: {
    get: reads('listStockMovements', 'The ledger, the latest line first', movementsOutput, {
      query: movementsQuery,
    }),
    post: writes(
      'recordStockMovement',
      'Receive, move, hand out or take back; 422 `not-enough` says how many there are',
      movementInput,
      movementOutput,
    ),
  },
  [`${apiPath}/stock/movements/{movementId}/corrections`]: {
    post: writes(
      'correctStockMovement',
      'Put a line right by a further one',
      correctionInput,
      movementOutput,
      { path: path('movementId', 'The line.') },
    ),
  },
  [`${apiPath}/stock/transports`]: {
    get: reads('listStockTransports', 'Who carries what and when', transportsOutput),
    post: writes('planStockTransport', 'Plan a transport', transportInput, transportOutput),
  },
  [`${apiPath}/stock/transports/{transportId}`]: {
    get: reads('readStockTransport', 'A transport', transportOutput, { path: transport }),
  },
  [`${apiPath}/stock/transports/{transportId}/done`]: {
    post: writes('finishStockTransport', 'It has arrived: move it in the ledger', null, transportOutput, {
      path: transport,
    }),
  },
  [`${apiPath}/stock/transports/{transportId}/call-off`]: {
    post: writes('callOffStockTransport', 'It does not go', null, transportOutput, { path: transport }),
  },
  ...packingPaths({ reads, writes }, about, problems),
  ...ownStockPaths,
};

/** The stock, for programs. */
export const stockApi: ApiPart = { tags, paths };
