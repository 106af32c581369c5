import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, tokenNeeded } from '#platform';
import { apiPath } from '../addresses.js';
import {
  confirmInput,
  importOutput,
  importRowsPage,
  rowsQuery,
  uploadQuery,
} from '../schemas/imports.schema.js';
import { problems } from './parts.js';

const idPath = z.object({ id: z.string().meta({ description: 'The import.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const location = z.object({ Location: z.string().meta({ description: 'The import.' }) });
const file = { schema: { type: 'string' as const } };

/** The paths below `/imports`. */
export const importPaths: ZodOpenApiPathsObject = {
  [`${apiPath}/imports`]: {
    post: {
      operationId: 'uploadImport',
      summary: 'Upload a file of events and learn what it would change; nothing is written yet',
      tags: ['Imports'],
      security: tokenNeeded,
      requestParams: { query: uploadQuery, header: keyHeader },
      requestBody: {
        required: true,
        description: 'Up to 10 MB and 10,000 events.',
        content: { 'text/csv': file, 'text/calendar': file },
      },
      responses: {
        202: json('The import, waiting to be confirmed.', importOutput, location),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/imports/{id}`]: {
    get: {
      operationId: 'readImport',
      summary: 'An import: what it would do, how far it is, what it has done',
      tags: ['Imports'],
      security: tokenNeeded,
      requestParams: { path: idPath },
      responses: { 200: json('The import.', importOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/imports/{id}/rows`]: {
    get: {
      operationId: 'listImportRows',
      summary: 'The rows of an import with their problems, in the order of the file',
      tags: ['Imports'],
      security: tokenNeeded,
      requestParams: { path: idPath, query: rowsQuery },
      responses: { 200: json('A page of rows.', importRowsPage), ...problems(400, 403, 404) },
    },
  },
  [`${apiPath}/imports/{id}/confirm`]: {
    post: {
      operationId: 'confirmImport',
      summary: 'Do what the import would do: all of it or nothing, once',
      tags: ['Imports'],
      security: tokenNeeded,
      requestParams: { path: idPath, header: keyHeader },
      requestBody: body(confirmInput),
      responses: {
        202: json('The import. It goes on in the background.', importOutput, location),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
};
