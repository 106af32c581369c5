import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  copyInput,
  historyOutput,
  statusInput,
  visitInput,
  visitOutput,
  visitsPage,
  visitsQuery,
} from './visit.schema.js';

const tags = ['Visits'];
const idPath = z.object({ id: z.string().meta({ description: 'The visit.' }) });
const namePath = z.object({ id: z.string().meta({ description: 'The visit’s id or slug.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const matchHeader = z.object({ 'If-Match': ifMatch('visit') });
const etagAndLocation = etag.extend({ Location: z.string().meta({ description: 'The new visit.' }) });
const problems = problemsAbout('visit');
const about = { tags, security: tokenNeeded };

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'listVisits',
      summary: 'Visits that you may read, the latest first; drafts are listed to staff only',
      requestParams: { query: visitsQuery },
      responses: { 200: json('A page of visits.', visitsPage), ...problems(400, 403) },
    },
    post: {
      ...about,
      operationId: 'createVisit',
      summary: 'Write a new visit, as a draft',
      requestParams: { header: keyHeader },
      requestBody: body(visitInput),
      responses: {
        201: json('The draft.', visitOutput, etagAndLocation),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/visits/{id}`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readVisit',
      summary: 'A visit',
      requestParams: { path: namePath },
      responses: { 200: json('The visit.', visitOutput, etag), ...problems(403, 404) },
    },
    put: {
      ...about,
      operationId: 'editVisit',
      summary: 'Replace what a visit says of itself',
      requestParams: { path: idPath, header: matchHeader },
      requestBody: body(visitInput),
      responses: {
        200: json('The visit.', visitOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
    delete: {
      ...about,
      operationId: 'deleteVisit',
      summary: 'Delete a draft for good, with all that was planned for it',
      requestParams: { path: idPath },
      responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404, 422) },
    },
  },
  [`${apiPath}/visits/{id}/status`]: {
    post: {
      ...about,
      operationId: 'changeVisitStatus',
      summary: 'Announce, confirm or cancel a visit',
      requestParams: { path: idPath, header: matchHeader.extend(keyHeader.shape) },
      requestBody: body(statusInput),
      responses: {
        200: json('The visit.', visitOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/visits/{id}/copy`]: {
    post: {
      ...about,
      operationId: 'copyVisit',
      summary: 'Make a draft of all that a visit says but for its people, its dates moved',
      requestParams: { path: idPath, header: keyHeader },
      requestBody: body(copyInput),
      responses: {
        201: json('The draft.', visitOutput, etagAndLocation),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/visits/{id}/history`]: {
    get: {
      ...about,
      operationId: 'readVisitHistory',
      summary: 'Who changed what of a visit and its plans, the newest first',
      requestParams: { path: idPath },
      responses: { 200: json('Its history.', historyOutput), ...problems(403, 404) },
    },
  },
};

/** Visits themselves, for programs. */
export const visitsApi: ApiPart = { tags, paths };
