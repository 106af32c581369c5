import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { anybody, body, etag, idempotencyKey, json, tokenNeeded } from '#platform';
import { apiPath } from '../addresses.js';
import { editOutcome, eventEdit, eventInput, eventOutput } from '../schemas/event.schema.js';
import {
  editQuery,
  eventsPage,
  eventsQuery,
  occurrenceStatusInput,
  occurrencesPage,
  pageQuery,
  revisionsPage,
  statusInput,
} from '../schemas/lists.schema.js';
import { original } from '../schemas/parts.schema.js';
import { etagAndLocation, matchHeader, problems, refPath } from './parts.js';

const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });

const events: ZodOpenApiPathsObject[string] = {
  get: {
    operationId: 'listEvents',
    summary: 'Events that you may read, in the order in which they were made',
    tags: ['Events'],
    security: anybody,
    requestParams: { query: eventsQuery },
    responses: { 200: json('A page of events.', eventsPage), ...problems(400, 403) },
  },
  post: {
    operationId: 'createEvent',
    summary: 'Write a new event, as a draft',
    tags: ['Events'],
    security: tokenNeeded,
    requestParams: { header: keyHeader },
    requestBody: body(eventInput),
    responses: {
      201: json('The draft.', eventOutput, etagAndLocation),
      ...problems(400, 403, 409, 413, 415, 422),
    },
  },
};

const event: ZodOpenApiPathsObject[string] = {
  get: {
    operationId: 'readEvent',
    summary: 'An event',
    tags: ['Events'],
    security: anybody,
    requestParams: { path: refPath },
    responses: { 200: json('The event.', eventOutput, etag), ...problems(403, 404) },
  },
  put: {
    operationId: 'editEvent',
    summary: 'Replace what an event says',
    tags: ['Events'],
    security: tokenNeeded,
    requestParams: { path: refPath, query: editQuery, header: matchHeader },
    requestBody: body(eventEdit),
    responses: {
      200: json('What came of it.', editOutcome, etag),
      ...problems(400, 403, 404, 412, 413, 415, 422, 428),
    },
  },
  delete: {
    operationId: 'deleteDraft',
    summary: 'Delete a draft for good',
    tags: ['Events'],
    security: tokenNeeded,
    requestParams: { path: refPath },
    responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404, 422) },
  },
};

/** The paths below `/events`. */
export const eventPaths: ZodOpenApiPathsObject = {
  [`${apiPath}/events`]: events,
  [`${apiPath}/events/{ref}`]: event,
  [`${apiPath}/events/{ref}/status`]: {
    post: {
      operationId: 'changeStatus',
      summary: 'Publish, postpone, cancel or reinstate an event, or give a better reason',
      tags: ['Events'],
      security: tokenNeeded,
      requestParams: { path: refPath, header: matchHeader.extend(keyHeader.shape) },
      requestBody: body(statusInput),
      responses: {
        200: json('The event.', eventOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/events/{ref}/occurrences/{original}/status`]: {
    post: {
      operationId: 'changeOccurrenceStatus',
      summary: 'Call one occurrence of an event off, or let it take place after all',
      tags: ['Occurrences'],
      security: tokenNeeded,
      requestParams: { path: refPath.extend({ original }), header: matchHeader.extend(keyHeader.shape) },
      requestBody: body(occurrenceStatusInput),
      responses: {
        200: json('The event.', eventOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/events/{ref}/duplicate`]: {
    post: {
      operationId: 'duplicateEvent',
      summary: 'Make a new draft with all that an event says',
      tags: ['Events'],
      security: tokenNeeded,
      requestParams: { path: refPath, header: keyHeader },
      responses: {
        201: json('The draft.', eventOutput, etagAndLocation),
        ...problems(400, 403, 404, 409, 422),
      },
    },
  },
  [`${apiPath}/events/{ref}/revisions`]: {
    get: {
      operationId: 'listRevisions',
      summary: 'Who changed what of an event, the newest first',
      tags: ['Events'],
      security: tokenNeeded,
      requestParams: { path: refPath, query: pageQuery },
      responses: { 200: json('A page of the history.', revisionsPage), ...problems(400, 403, 404) },
    },
  },
  [`${apiPath}/events/{ref}/occurrences`]: {
    get: {
      operationId: 'listOccurrencesOfEvent',
      summary: 'When an event happens, the soonest first',
      tags: ['Occurrences'],
      security: anybody,
      requestParams: { path: refPath, query: pageQuery },
      responses: { 200: json('A page of occurrences.', occurrencesPage), ...problems(400, 403, 404) },
    },
  },
};
