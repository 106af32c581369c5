import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../api/addresses.js';
import {
  categoryInput,
  organisationEdit,
  organisationHistory,
  organisationInput,
  organisationOutput,
  organisationsPage,
  organisationsQuery,
  statusInput,
} from './organisation.schema.js';

const problems = problemsAbout('organisation');
const idPath = z.object({ id: z.string().meta({ description: 'The organisation’s id.' }) });
const location = z.string().meta({ description: 'The new record.' });
const common = { tags: ['Organisations'], security: tokenNeeded };

/** What a step to another status or category takes and answers. */
const step = (input: z.ZodType) => ({
  ...common,
  requestParams: {
    path: idPath,
    header: z.object({ 'If-Match': ifMatch('organisation'), 'Idempotency-Key': idempotencyKey }),
  },
  requestBody: body(input),
  responses: {
    200: json('The organisation as changed.', organisationOutput, etag),
    ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

/** What of the API is about organisations. */
export const organisationPaths: ZodOpenApiPathsObject = {
  [`${apiPath}/organisations`]: {
    get: {
      ...common,
      operationId: 'listOrganisations',
      summary: 'Organisations by name; those that belong to the network unless others are asked for',
      requestParams: { query: organisationsQuery },
      responses: { 200: json('A page of organisations.', organisationsPage), ...problems(400, 403) },
    },
    post: {
      ...common,
      operationId: 'createOrganisation',
      summary: 'Put an organisation on record',
      requestParams: { header: z.object({ 'Idempotency-Key': idempotencyKey }) },
      requestBody: body(organisationInput),
      responses: {
        201: json('The record.', organisationOutput, etag.extend({ Location: location })),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/organisations/{id}`]: {
    get: {
      ...common,
      operationId: 'readOrganisation',
      summary: 'An organisation',
      requestParams: { path: idPath },
      responses: { 200: json('The organisation.', organisationOutput, etag), ...problems(403, 404) },
    },
    put: {
      ...common,
      operationId: 'editOrganisation',
      summary: 'Change what is said of an organisation; what is left out is emptied',
      requestParams: { path: idPath, header: z.object({ 'If-Match': ifMatch('organisation') }) },
      requestBody: body(organisationEdit),
      responses: {
        200: json('The organisation as changed.', organisationOutput, etag),
        ...problems(403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/organisations/{id}/status`]: {
    post: {
      ...step(statusInput),
      operationId: 'changeOrganisationStatus',
      summary: 'Take an organisation to another status',
    },
  },
  [`${apiPath}/organisations/{id}/category`]: {
    post: {
      ...step(categoryInput),
      operationId: 'changeOrganisationCategory',
      summary: 'Move an organisation to another category',
    },
  },
  [`${apiPath}/organisations/{id}/revisions`]: {
    get: {
      ...common,
      operationId: 'listOrganisationRevisions',
      summary: 'Who changed what of an organisation',
      requestParams: { path: idPath },
      responses: { 200: json('Its history.', organisationHistory), ...problems(403, 404) },
    },
  },
};
