import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  copyInput,
  daysInput,
  exhibitionInput,
  exhibitionOutput,
  exhibitionsPage,
  exhibitionsQuery,
  historyOutput,
  newExhibitionInput,
  rotaSettingsInput,
  sketchInput,
  sketchOutput,
  statusInput,
} from './exhibition.schema.js';

const tags = ['Exhibitions'];
const idPath = z.object({ id: z.string().meta({ description: 'The exhibition.' }) });
const namePath = z.object({ id: z.string().meta({ description: 'The exhibition’s id or slug.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const matchHeader = z.object({ 'If-Match': ifMatch('exhibition') });
const etagAndLocation = etag.extend({ Location: z.string().meta({ description: 'The new exhibition.' }) });
const problems = problemsAbout('exhibition');
const about = { tags, security: tokenNeeded };

/** A part of an exhibition that is replaced as a whole. */
const replaces = (operationId: string, summary: string, schema: z.ZodType) => ({
  ...about,
  operationId,
  summary,
  requestParams: { path: idPath, header: matchHeader },
  requestBody: body(schema),
  responses: {
    200: json('The exhibition.', exhibitionOutput, etag),
    ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/exhibitions`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'listExhibitions',
      summary: 'Exhibitions that you may read, the latest first; drafts are listed to staff only',
      requestParams: { query: exhibitionsQuery },
      responses: { 200: json('A page of exhibitions.', exhibitionsPage), ...problems(400, 403) },
    },
    post: {
      ...about,
      operationId: 'createExhibition',
      summary: 'Write a new exhibition, as a draft',
      requestParams: { header: keyHeader },
      requestBody: body(newExhibitionInput),
      responses: {
        201: json('The draft.', exhibitionOutput, etagAndLocation),
        ...problems(400, 403, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/exhibitions/{id}`]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readExhibition',
      summary: 'An exhibition',
      requestParams: { path: namePath },
      responses: { 200: json('The exhibition.', exhibitionOutput, etag), ...problems(403, 404) },
    },
    put: replaces('editExhibition', 'Replace what an exhibition says of itself', exhibitionInput),
    delete: {
      ...about,
      operationId: 'deleteExhibition',
      summary: 'Delete a draft for good, with all that was planned for it',
      requestParams: { path: idPath },
      responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404, 422) },
    },
  },
  [`${apiPath}/exhibitions/{id}/days`]: {
    put: replaces('changeExhibitionDays', 'Replace the days of an exhibition', daysInput),
  },
  [`${apiPath}/exhibitions/{id}/rota-settings`]: {
    put: replaces('changeRotaSettings', 'Replace the rules and weights of the rota', rotaSettingsInput),
  },
  [`${apiPath}/exhibitions/{id}/floor`]: {
    get: {
      ...about,
      operationId: 'readFloor',
      summary: 'The floor of the stand, in centimetres',
      requestParams: { path: idPath },
      responses: { 200: json('The floor.', sketchOutput, etag), ...problems(403, 404) },
    },
    put: replaces('changeFloor', 'Replace the floor of the stand', sketchInput),
  },
  [`${apiPath}/exhibitions/{id}/status`]: {
    post: {
      ...about,
      operationId: 'changeExhibitionStatus',
      summary: 'Publish or cancel an exhibition',
      requestParams: { path: idPath, header: matchHeader.extend(keyHeader.shape) },
      requestBody: body(statusInput),
      responses: {
        200: json('The exhibition.', exhibitionOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${apiPath}/exhibitions/{id}/copy`]: {
    post: {
      ...about,
      operationId: 'copyExhibition',
      summary: 'Make a draft of all that an exhibition says but for its people, its dates moved',
      requestParams: { path: idPath, header: keyHeader },
      requestBody: body(copyInput),
      responses: {
        201: json('The draft.', exhibitionOutput, etagAndLocation),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/exhibitions/{id}/history`]: {
    get: {
      ...about,
      operationId: 'readExhibitionHistory',
      summary: 'Who changed what of an exhibition and its plans, the newest first',
      requestParams: { path: idPath },
      responses: { 200: json('Its history.', historyOutput), ...problems(403, 404) },
    },
  },
};

/** Exhibitions themselves, for programs. */
export const exhibitionsApi: ApiPart = { tags, paths };
