import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  closeInput,
  contactOutput,
  countOutput,
  countsOutput,
  marksInput,
  reopenInput,
  stepsInput,
  stepsOutput,
  takenOutput,
} from './head-counts.schema.js';

const tags = ['Head counts'];
const problems = problemsAbout('head count');
const visit = z.object({ id: z.string().meta({ description: 'The visit, by its id or its name.' }) });
const link = z.object({
  secret: z.string().meta({ description: 'From the link of somebody who leads the visit.' }),
});
const ofThing = { thingId: z.string().meta({ description: 'The leg or item at which heads are counted.' }) };
const ofPerson = { ...ofThing, travellerId: z.string() };

/** What both do: staff, and somebody who leads the visit. @param own what tells the names of the latter's operations apart */
function countPaths(
  base: string,
  path: z.ZodObject,
  security: typeof anybody,
  own: '' | 'Own',
): ZodOpenApiPathsObject {
  const about = { tags, security };
  const seen = z.object({ 'Idempotency-Key': idempotencyKey, 'If-Match': ifMatch('head count') });
  return {
    [base]: {
      get: {
        ...about,
        operationId: `list${own}HeadCounts`,
        summary: 'Every leg, and each item at which heads are counted',
        requestParams: { path },
        responses: { 200: json('In the order of time.', countsOutput), ...problems(403, 404) },
      },
    },
    [`${base}/{thingId}`]: {
      get: {
        ...about,
        operationId: `read${own}HeadCount`,
        summary: 'Who should be there, and what is said of each',
        requestParams: { path: path.extend(ofThing) },
        responses: { 200: json('As it is.', countOutput, etag), ...problems(403, 404) },
      },
    },
    [`${base}/{thingId}/marks`]: {
      post: {
        ...about,
        operationId: `take${own}HeadCountMarks`,
        summary:
          'Mark people; each mark is taken once, in whatever order they come, also after the count was closed',
        requestParams: { path: path.extend(ofThing) },
        requestBody: body(marksInput),
        responses: {
          200: json('As it is now, and what was not taken.', takenOutput, etag),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${base}/{thingId}/close`]: {
      post: {
        ...about,
        operationId: `close${own}HeadCount`,
        summary: 'Close a count in which everybody is accounted for',
        requestParams: { path: path.extend(ofThing), header: seen },
        requestBody: body(closeInput),
        responses: {
          200: json('As it is now.', countOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
    },
    [`${base}/{thingId}/reopen`]: {
      post: {
        ...about,
        operationId: `reopen${own}HeadCount`,
        summary: 'Open a closed count again, saying why',
        requestParams: { path: path.extend(ofThing), header: seen },
        requestBody: body(reopenInput),
        responses: {
          200: json('As it is now.', countOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
    },
    [`${base}/{thingId}/travellers/{travellerId}/contact`]: {
      post: {
        ...about,
        operationId: `showContactOf${own}Missing`,
        summary: 'The emergency contact of somebody who is missing; that it was looked at is written down',
        requestParams: { path: path.extend(ofPerson) },
        responses: { 200: json('Whom to ring.', contactOutput), ...problems(403, 404, 409) },
      },
    },
  };
}

const staffBase = `${apiPath}/visits/{id}/head-counts`;
const staffPaths = countPaths(staffBase, visit, tokenNeeded, '');

const paths: ZodOpenApiPathsObject = {
  ...staffPaths,
  [`${staffBase}/{thingId}`]: {
    ...staffPaths[`${staffBase}/{thingId}`],
    put: {
      tags,
      security: tokenNeeded,
      operationId: 'addHeadCount',
      summary: 'Have heads counted at an item of the itinerary',
      requestParams: { path: visit.extend(ofThing) },
      responses: { 200: json('As it is now.', countOutput, etag), ...problems(403, 404, 409) },
    },
    delete: {
      tags,
      security: tokenNeeded,
      operationId: 'removeHeadCount',
      summary: 'No longer count heads at an item, while nobody was marked',
      requestParams: { path: visit.extend(ofThing) },
      responses: { 204: { description: 'Heads are not counted there.' }, ...problems(403, 404, 409) },
    },
  },
  [`${apiPath}/visits/{id}/missing-steps`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'readMissingSteps',
      summary: 'What to do when somebody is missing',
      requestParams: { path: visit },
      responses: { 200: json('As they are.', stepsOutput, etag), ...problems(403, 404) },
    },
    put: {
      tags,
      security: tokenNeeded,
      operationId: 'writeMissingSteps',
      summary: 'Write what to do when somebody is missing on this visit',
      requestParams: { path: visit, header: z.object({ 'If-Match': ifMatch('list of steps') }) },
      requestBody: body(stepsInput),
      responses: {
        200: json('As they are now.', stepsOutput, etag),
        ...problems(400, 403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  ...countPaths(`${apiPath}/traveller-links/{secret}/head-counts`, link, anybody, 'Own'),
};

/** What programs do with head counts. */
export const headCountsApi: ApiPart = { tags, paths };
