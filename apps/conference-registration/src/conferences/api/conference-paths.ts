import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  conferenceInput,
  conferenceOutput,
  conferenceRevisions,
  conferencesPage,
  conferencesQuery,
  conferenceStatusInput,
  copyInput,
} from './conference.schema.js';

const tags = ['Conferences'];
const idPath = z.object({ id: z.string().meta({ description: 'The conference.' }) });
const namePath = z.object({ id: z.string().meta({ description: 'The conference’s id or slug.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const matchHeader = z.object({ 'If-Match': ifMatch('conference') });
const etagAndLocation = etag.extend({ Location: z.string().meta({ description: 'The new conference.' }) });
const problems = problemsAbout('conference');

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/conferences`]: {
    get: {
      operationId: 'listConferences',
      summary: 'Conferences that you may read, the latest first; drafts are listed to staff only',
      tags,
      security: anybody,
      requestParams: { query: conferencesQuery },
      responses: { 200: json('A page of conferences.', conferencesPage), ...problems(400, 403) },
    },
    post: {
      operationId: 'createConference',
      summary: 'Write a new conference, as a draft',
      tags,
      security: tokenNeeded,
      requestParams: { header: keyHeader },
      requestBody: body(conferenceInput),
      responses: {
        201: json('The draft.', conferenceOutput, etagAndLocation),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/conferences/{id}`]: {
    get: {
      operationId: 'readConference',
      summary: 'A conference',
      tags,
      security: anybody,
      requestParams: { path: namePath },
      responses: { 200: json('The conference.', conferenceOutput, etag), ...problems(403, 404) },
    },
    put: {
      operationId: 'editConference',
      summary: 'Replace what a conference says of itself',
      tags,
      security: tokenNeeded,
      requestParams: { path: idPath, header: matchHeader },
      requestBody: body(conferenceInput),
      responses: {
        200: json('The conference.', conferenceOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
    delete: {
      operationId: 'deleteConference',
      summary: 'Delete a draft for good, with its tickets, codes and questions',
      tags,
      security: tokenNeeded,
      requestParams: { path: idPath },
      responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404, 422) },
    },
  },
  [`${apiPath}/conferences/{id}/status`]: {
    post: {
      operationId: 'changeConferenceStatus',
      summary: 'Open, pause, close or cancel a conference',
      tags,
      security: tokenNeeded,
      requestParams: { path: idPath, header: matchHeader.extend(keyHeader.shape) },
      requestBody: body(conferenceStatusInput),
      responses: {
        200: json('The conference.', conferenceOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/conferences/{id}/copy`]: {
    post: {
      operationId: 'copyConference',
      summary: 'Make a draft of all that a conference says and offers, its dates moved',
      tags,
      security: tokenNeeded,
      requestParams: { path: idPath, header: keyHeader },
      requestBody: body(copyInput),
      responses: {
        201: json('The draft.', conferenceOutput, etagAndLocation),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/conferences/{id}/revisions`]: {
    get: {
      operationId: 'listConferenceRevisions',
      summary: 'Who changed what of a conference’s set-up, the newest first',
      tags,
      security: tokenNeeded,
      requestParams: { path: idPath },
      responses: { 200: json('Its history.', conferenceRevisions), ...problems(403, 404) },
    },
  },
};

/** Conferences themselves, for programs. */
export const conferencesApi: ApiPart = { tags, paths };
