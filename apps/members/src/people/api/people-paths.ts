import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../api/addresses.js';
import { peoplePage, peopleQuery, personEdit, personInput, personOutput } from './people.schema.js';

const problems = problemsAbout('person');
const idPath = z.object({ id: z.uuid() });
const location = z.string().meta({ description: 'The new record.' });

/** What of the API is about people. */
export const peoplePaths: ZodOpenApiPathsObject = {
  [`${apiPath}/people`]: {
    get: {
      operationId: 'listPeople',
      summary: 'Everybody, by name; those merged into others or erased are left out',
      tags: ['People'],
      security: tokenNeeded,
      requestParams: { query: peopleQuery },
      responses: { 200: json('A page of people.', peoplePage), ...problems(400, 403) },
    },
    post: {
      operationId: 'createPerson',
      summary: 'Make a person’s record',
      tags: ['People'],
      security: tokenNeeded,
      requestParams: { header: z.object({ 'Idempotency-Key': idempotencyKey }) },
      requestBody: body(personInput),
      responses: {
        201: json('The record.', personOutput, etag.extend({ Location: location })),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/people/{id}`]: {
    get: {
      operationId: 'readPerson',
      summary: 'A person; of a record that was merged into another, that other',
      tags: ['People'],
      security: tokenNeeded,
      requestParams: { path: idPath },
      responses: { 200: json('The person.', personOutput, etag), ...problems(403, 404) },
    },
    put: {
      operationId: 'editPerson',
      summary: 'Change what is said of a person; what is left out is emptied',
      tags: ['People'],
      security: tokenNeeded,
      requestParams: { path: idPath, header: z.object({ 'If-Match': ifMatch('record') }) },
      requestBody: body(personEdit),
      responses: {
        200: json('The person as changed.', personOutput, etag),
        ...problems(403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
};
