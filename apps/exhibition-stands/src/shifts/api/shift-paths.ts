import { z } from 'zod';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  patternInput,
  patternRun,
  planOutput,
  removalInput,
  removalOutput,
  shiftInput,
  shiftList,
  shiftOutput,
} from './shift.schema.js';

const tags = ['Shifts'];
const common = { tags, security: tokenNeeded };
const path = z.object({
  id: z.string().meta({ description: 'The exhibition, by its id or its name in addresses.' }),
});
const shiftPath = path.extend({ shiftId: z.string() });
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('shift');
const root = `${apiPath}/exhibitions/{id}`;

export const shiftsApi: ApiPart = {
  tags,
  paths: {
    [`${root}/shifts`]: {
      get: {
        ...common,
        operationId: 'listShifts',
        summary: 'The shifts of an exhibition, in the order of time',
        requestParams: { path },
        responses: { 200: json('The shifts.', shiftList), ...problems(403, 404) },
      },
      post: {
        ...common,
        operationId: 'addShift',
        summary: 'Add a shift by hand',
        requestParams: { path, header },
        requestBody: body(shiftInput),
        responses: {
          201: json('The shift.', shiftOutput, etag.extend({ Location: z.string() })),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${root}/shifts/{shiftId}`]: {
      get: {
        ...common,
        operationId: 'readShift',
        summary: 'One shift',
        requestParams: { path: shiftPath },
        responses: { 200: json('The shift.', shiftOutput, etag), ...problems(403, 404) },
      },
      put: {
        ...common,
        operationId: 'editShift',
        summary: 'Replace what is said of a shift; from then on it counts as made by hand',
        requestParams: { path: shiftPath, header: z.object({ 'If-Match': ifMatch('shift') }) },
        requestBody: body(shiftInput),
        responses: {
          200: json('The shift.', shiftOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
      delete: {
        ...common,
        operationId: 'removeShift',
        summary:
          'Remove a shift with whoever the draft has in it; what people were told stays until the next publishing',
        requestParams: { path: shiftPath },
        responses: { 204: { description: 'Done.' }, ...problems(403, 404, 409) },
      },
    },
    [`${root}/shifts/removals`]: {
      post: {
        ...common,
        operationId: 'removeShifts',
        summary: 'Remove several shifts at once',
        requestParams: { path, header },
        requestBody: body(removalInput),
        responses: { 200: json('How many.', removalOutput), ...problems(400, 403, 404, 409, 413, 415, 422) },
      },
    },
    [`${root}/shift-pattern`]: {
      get: {
        ...common,
        operationId: 'readShiftPattern',
        summary: 'The pattern by which the shifts were made last',
        requestParams: { path },
        responses: { 200: json('The pattern; empty before the first.', patternInput), ...problems(403, 404) },
      },
    },
    [`${root}/shift-pattern/previews`]: {
      post: {
        ...common,
        operationId: 'previewShiftPattern',
        summary: 'What a pattern would make and replace; nothing is written',
        requestParams: { path },
        requestBody: body(patternInput),
        responses: {
          200: json('What it would do.', planOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${root}/shift-pattern/runs`]: {
      post: {
        ...common,
        operationId: 'runShiftPattern',
        summary: 'Make the shifts of a pattern; what was made by hand stays',
        requestParams: { path, header },
        requestBody: body(patternRun),
        responses: {
          200: json('What was done.', planOutput),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
  },
};
