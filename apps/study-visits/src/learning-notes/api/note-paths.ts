import { z } from 'zod';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { handedInOutput, learningOutput, noteInput, notesOutput, ownNoteOutput } from './note.schema.js';

const tags = ['After a visit'];
const visitProblems = problemsAbout('visit');
const problems = problemsAbout('traveller');
const string = z.string();
const link = z.object({
  secret: string.meta({ description: 'From the link that was mailed to them alone.' }),
});
const visit = z.object({
  id: string.meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const key = z.object({ 'Idempotency-Key': idempotencyKey });

const step = (operationId: string, summary: string) => ({
  post: {
    operationId,
    summary,
    tags,
    security: tokenNeeded,
    requestParams: { path: visit.extend({ travellerId: string }), header: key },
    responses: {
      200: json('As it is now.', handedInOutput, etag),
      ...problems(400, 403, 404, 409),
    },
  },
});

const own = `${apiPath}/traveller-links/{secret}/learning-note`;
const notes = `${apiPath}/visits/{id}/learning-notes`;

/** What travellers learned, for programs. */
export const learningNotesApi: ApiPart = {
  tags: [],
  paths: {
    [`${apiPath}/visits/{id}/learning`]: {
      get: {
        operationId: 'listLearning',
        summary: 'What travellers learned, as far as they agreed that everybody may read it',
        tags,
        security: anybody,
        requestParams: { path: visit },
        responses: { 200: json('In the order of publishing.', learningOutput), ...visitProblems(404) },
      },
    },
    [notes]: {
      get: {
        operationId: 'listLearningNotes',
        summary: 'What travellers handed in, for staff',
        tags,
        security: tokenNeeded,
        requestParams: { path: visit },
        responses: { 200: json('Those that wait first.', notesOutput), ...visitProblems(403, 404) },
      },
    },
    [`${notes}/{travellerId}/publish`]: step(
      'publishLearningNote',
      'Put a note on the visit’s page, as its writer agreed',
    ),
    [`${notes}/{travellerId}/take-off`]: step('takeOffLearningNote', 'Take a note off the visit’s page'),
    [own]: {
      get: {
        operationId: 'getOwnLearningNote',
        summary: 'What one has written of what one learned',
        tags,
        security: anybody,
        requestParams: { path: link },
        responses: { 200: json('As it is now.', ownNoteOutput, etag), ...problems(404) },
      },
      put: {
        operationId: 'saveOwnLearningNote',
        summary: 'Save it as a draft, or hand it in',
        tags,
        security: anybody,
        requestParams: { path: link, header: z.object({ 'If-Match': ifMatch('note') }) },
        requestBody: body(noteInput),
        responses: {
          200: json('As it is now.', ownNoteOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
    },
    [`${own}/take-back`]: {
      post: {
        operationId: 'takeBackOwnLearningNote',
        summary: 'Take back that everybody may read it',
        tags,
        security: anybody,
        requestParams: { path: link, header: key },
        responses: { 200: json('As it is now.', ownNoteOutput), ...problems(400, 403, 404, 409) },
      },
    },
  },
};
