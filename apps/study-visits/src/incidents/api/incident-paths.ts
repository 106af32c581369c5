import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  actionInput,
  incidentInput,
  incidentOutput,
  incidentsOutput,
  keepingInput,
  listedIncident,
  noteInput,
  readerInput,
  readersOutput,
} from './incident.schema.js';

const tags = ['Incidents'];
const problems = problemsAbout('incident');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const string = z.string();
const visit = z.object({ id: string.meta({ description: 'The visit.' }) });
const incident = visit.extend({ incidentId: string });
const list = `${apiPath}/visits/{id}/incidents`;
const one = `${list}/{incidentId}`;
const readers = `${apiPath}/visits/{id}/incident-readers`;
const about = { tags, security: tokenNeeded };

const writes = (
  operationId: string,
  summary: string,
  path: z.ZodObject,
  input?: z.ZodType,
): ZodOpenApiPathsObject[string] => ({
  post: {
    ...about,
    operationId,
    summary,
    requestParams: { path, header },
    ...(input !== undefined && { requestBody: body(input) }),
    responses: {
      200: json('It is written; the answer says nothing of what.', listedIncident, etag),
      ...problems(400, 403, 404, 409, 413, 415, 422),
    },
  },
});

const paths: ZodOpenApiPathsObject = {
  [list]: {
    get: {
      ...about,
      operationId: 'listIncidents',
      summary: 'Incidents of a visit, for those who are named alone; nothing of what happened',
      requestParams: { path: visit },
      responses: { 200: json('The incidents.', incidentsOutput), ...problems(403, 404) },
    },
    post: {
      ...about,
      operationId: 'recordIncident',
      summary: 'Record what happened; 409 `nobody-named` while nobody may read it',
      requestParams: { path: visit, header },
      requestBody: body(incidentInput),
      responses: {
        201: json('It is recorded; the answer says nothing of what.', listedIncident, etag),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [one]: {
    get: {
      ...about,
      operationId: 'readIncident',
      summary: 'Open an incident, which is noted',
      requestParams: { path: incident },
      responses: { 200: json('What happened.', incidentOutput, etag), ...problems(403, 404, 409) },
    },
  },
  [`${one}/notes`]: writes('noteIncident', 'Add a note', incident, noteInput),
  [`${one}/actions`]: writes('addIncidentAction', 'Add something that is to be done', incident, actionInput),
  [`${one}/actions/{entryId}/done`]: writes(
    'finishIncidentAction',
    'Say that something is done',
    incident.extend({ entryId: string }),
  ),
  [`${one}/close`]: writes('closeIncident', 'Close it; 409 `still-to-do`', incident),
  [`${one}/open`]: writes('openIncident', 'Open it again', incident),
  [readers]: {
    get: {
      ...about,
      operationId: 'listIncidentReaders',
      summary: 'Who may read incidents, for administrators',
      requestParams: { path: visit },
      responses: { 200: json('Those who are named.', readersOutput), ...problems(403, 404) },
    },
    post: {
      ...about,
      operationId: 'nameIncidentReader',
      summary: 'Name somebody of the staff',
      requestParams: { path: visit, header },
      requestBody: body(readerInput),
      responses: {
        200: json('Those who are named.', readersOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${readers}/keeping`]: {
    put: {
      ...about,
      operationId: 'keepIncidentsFor',
      summary: 'Say for how many years after the visit incidents are kept',
      requestParams: { path: visit },
      requestBody: body(keepingInput),
      responses: { 200: json('As it is now.', readersOutput), ...problems(403, 404, 413, 415, 422) },
    },
  },
  [`${readers}/{personId}`]: {
    delete: {
      ...about,
      operationId: 'takeOffIncidentReader',
      summary: 'Take somebody off',
      requestParams: { path: visit.extend({ personId: string }) },
      responses: { 204: { description: 'They may no longer read them.' }, ...problems(403, 404) },
    },
  },
};

/** What happened on visits, for programs. */
export const incidentsApi: ApiPart = { tags, paths };
