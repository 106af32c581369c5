import { z } from 'zod';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  currentOutput,
  myShiftsOutput,
  ownShiftsOutput,
  publishedOutput,
  publishingOutput,
  publishInput,
} from './published.schema.js';

const tag = 'Published rotas';
const about = { tags: [tag], security: tokenNeeded };
const path = z.object({ id: z.string().meta({ description: 'The exhibition, by its id or its name.' }) });
const link = z.object({ secret: z.string().meta({ description: 'From the link that was mailed to them.' }) });
const problems = problemsAbout('exhibition');

/** Publishing rotas, and who has which shift. */
export const publishedApi: ApiPart = {
  tags: [tag],
  paths: {
    [`${apiPath}/exhibitions/{id}/rota/publishing`]: {
      get: {
        ...about,
        operationId: 'readRotaPublishing',
        summary: 'What publishing the draft would come to, for staff',
        requestParams: { path },
        responses: { 200: json('Gaps, obstacles and changes.', publishingOutput), ...problems(403, 404) },
      },
    },
    [`${apiPath}/exhibitions/{id}/rota/published`]: {
      get: {
        ...about,
        operationId: 'readPublishedRota',
        summary: 'The rota as it was published last, for staff',
        requestParams: { path },
        responses: { 200: json('The rota.', publishedOutput), ...problems(403, 404) },
      },
      post: {
        ...about,
        operationId: 'publishRota',
        summary: 'Publish the draft and tell everybody for whom something is different, for staff',
        requestParams: { path, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
        requestBody: body(publishInput),
        responses: {
          201: json('The rota that is published now.', publishedOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${apiPath}/exhibitions/{id}/rota/current`]: {
      get: {
        ...about,
        operationId: 'readCurrentRota',
        summary: 'Who has which shift now, as they were told, for staff',
        requestParams: { path },
        responses: { 200: json('Everybody in a shift.', currentOutput), ...problems(403, 404) },
      },
    },
    [`${apiPath}/my-shifts`]: {
      get: {
        ...about,
        operationId: 'readMyShifts',
        summary: 'Your own stands and shifts',
        responses: { 200: json('The next stand first.', myShiftsOutput), ...problems(403) },
      },
    },
    [`${apiPath}/team-links/{secret}/shifts`]: {
      get: {
        tags: [tag],
        security: anybody,
        operationId: 'readOwnShifts',
        summary: 'The shifts that a volunteer has, by their own link',
        requestParams: { path: link },
        responses: { 200: json('In the order in which they begin.', ownShiftsOutput), ...problems(404) },
      },
    },
  },
};
