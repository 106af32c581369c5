import { z } from 'zod';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  countsOutput,
  listInput,
  listOutput,
  recordedOutput,
  visitorInput,
  visitorsOutput,
  visitorsQuery,
} from './visitor.schema.js';

const tags = ['Visitors'];
const problems = problemsAbout('visitor');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const string = z.string();
const path = z.object({ id: string.meta({ description: 'The exhibition, by its id or its name.' }) });
const list = path.extend({ listId: string });
const about = { tags, security: tokenNeeded };
const written = problems(400, 403, 404, 409, 413, 415, 422);
const base = `${apiPath}/exhibitions/{id}`;

/** Who stops by at stands, for programs. */
export const visitorsApi: ApiPart = {
  tags,
  paths: {
    [`${base}/visitors`]: {
      get: {
        ...about,
        operationId: 'listVisitors',
        summary: 'Those who want to hear more, the latest first',
        requestParams: { path, query: visitorsQuery },
        responses: { 200: json('A page of them.', visitorsOutput), ...problems(400, 403, 404) },
      },
      post: {
        ...about,
        operationId: 'recordVisitor',
        summary: 'Write down that somebody stopped by',
        requestParams: { path, header },
        requestBody: body(visitorInput),
        responses: { 201: json('What is kept.', recordedOutput), ...written },
      },
    },
    [`${base}/visitors/{visitorId}`]: {
      delete: {
        ...about,
        operationId: 'forgetVisitor',
        summary: 'Forget who somebody was; that they came is still counted',
        requestParams: { path: path.extend({ visitorId: string }) },
        responses: { 204: { description: 'They are forgotten.' }, ...problems(403, 404) },
      },
    },
    [`${base}/visitor-counts`]: {
      get: {
        ...about,
        operationId: 'countVisitors',
        summary: 'How many stopped by in each shift',
        requestParams: { path },
        responses: { 200: json('The counts.', countsOutput), ...problems(403, 404) },
      },
    },
    [`${base}/visitor-lists`]: {
      post: {
        ...about,
        operationId: 'lookAtVisitorList',
        summary: 'Send a CSV file of visitors to be looked at; nothing is written yet',
        requestParams: { path, header },
        requestBody: body(listInput),
        responses: { 201: json('What was found.', listOutput), ...written },
      },
    },
    [`${base}/visitor-lists/{listId}`]: {
      get: {
        ...about,
        operationId: 'readVisitorList',
        summary: 'What was found in a list',
        requestParams: { path: list },
        responses: { 200: json('What was found.', listOutput), ...problems(403, 404) },
      },
    },
    [`${base}/visitor-lists/{listId}/confirm`]: {
      post: {
        ...about,
        operationId: 'confirmVisitorList',
        summary: 'Write all of it; what is written already stays',
        requestParams: { path: list },
        responses: { 200: json('What was written.', listOutput), ...problems(403, 404, 409) },
      },
    },
    [`${apiPath}/team-links/{secret}/visitors`]: {
      post: {
        tags,
        security: anybody,
        operationId: 'recordVisitorAsVolunteer',
        summary: 'Write down that somebody stopped by, by a volunteer’s link',
        requestParams: {
          path: z.object({ secret: string.meta({ description: 'From the link that was mailed to them.' }) }),
          header,
        },
        requestBody: body(visitorInput),
        responses: { 201: json('What is kept.', recordedOutput), ...written },
      },
    },
  },
};
