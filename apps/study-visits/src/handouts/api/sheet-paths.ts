import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  openedSheetOutput,
  sendInput,
  sentOutput,
  sheetInput,
  sheetLinkOutput,
  sheetOutput,
  sheetsOutput,
} from './sheet.schema.js';

const tags = ['Sheets for hosts and interpreters'];
const problems = problemsAbout('sheet');
const string = z.string();
const visit = z.object({ id: string.meta({ description: 'The visit, by its id or its name.' }) });
const sheet = visit.extend({
  kind: z.enum(['hosts', 'interpreters']),
  subjectId: string.meta({ description: 'The host or the interpreter.' }),
});
const link = z.object({ secret: string.meta({ description: 'From the link that was given to them.' }) });

const about = (operationId: string, summary: string) => ({
  tags,
  security: tokenNeeded,
  operationId,
  summary,
});
const opened = (operationId: string, summary: string) => ({
  get: {
    tags,
    security: anybody,
    operationId,
    summary,
    requestParams: { path: link },
    responses: { 200: json('As it is.', openedSheetOutput), ...problems(404) },
  },
});

const all = `${apiPath}/visits/{id}/sheets`;
const one = `${all}/{kind}/{subjectId}`;

const paths: ZodOpenApiPathsObject = {
  [all]: {
    get: {
      ...about('listSheets', 'One for each host and interpreter with whom something is planned'),
      requestParams: { path: visit },
      responses: { 200: json('As they are.', sheetsOutput), ...problems(403, 404) },
    },
  },
  [one]: {
    get: {
      ...about('readSheet', 'A sheet with all that it says now; a version of that is kept'),
      requestParams: { path: sheet },
      responses: { 200: json('As it is.', sheetOutput, etag), ...problems(403, 404) },
    },
    put: {
      ...about('changeSheet', 'Replace what staff say on it'),
      requestParams: { path: sheet, header: z.object({ 'If-Match': ifMatch('sheet') }) },
      requestBody: body(sheetInput),
      responses: {
        200: json('As it is now.', sheetOutput, etag),
        ...problems(400, 403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${one}/sending`]: {
    post: {
      ...about('sendSheet', 'Mail the link; the mail says what changed since it was mailed last'),
      requestParams: { path: sheet, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
      requestBody: body(sendInput),
      responses: {
        200: json('That it is on its way.', sentOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${one}/links`]: {
    post: {
      ...about('makeSheetLink', 'Make a link; one that leads there already is given again'),
      requestParams: { path: sheet },
      responses: { 201: json('The link.', sheetLinkOutput), ...problems(403, 404, 409) },
    },
  },
  [`${one}/links/{linkId}`]: {
    delete: {
      ...about('endSheetLink', 'End a link; one that has ended stays so'),
      requestParams: { path: sheet.extend({ linkId: string }) },
      responses: { 204: { description: 'It leads nowhere any more.' }, ...problems(403, 404) },
    },
  },
  [`${apiPath}/host-links/{secret}`]: opened('readHostSheet', 'A host’s sheet, by its link'),
  [`${apiPath}/interpreter-links/{secret}`]: opened(
    'readInterpreterSheet',
    'An interpreter’s sheet, by its link',
  ),
};

/** Sheets, for programs. */
export const handoutsApi: ApiPart = { tags, paths };
