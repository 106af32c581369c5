import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { noteInput, noteOutput, notesOutput } from './note.schema.js';

const key = z.object({ key: z.string().meta({ description: 'The booking’s reference.' }) });
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const problems = problemsAbout('booking');

/** @param tags what they are grouped under */
export const notePaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/bookings/{key}/notes`]: {
    get: {
      operationId: 'listBookingNotes',
      summary: 'What staff noted about a booking, the newest first',
      tags,
      security: tokenNeeded,
      requestParams: { path: key },
      responses: { 200: json('The notes.', notesOutput), ...problems(403, 404) },
    },
    post: {
      operationId: 'addBookingNote',
      summary: 'Note something about a booking, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path: key, header: keyHeader },
      requestBody: body(noteInput),
      responses: { 201: json('The note.', noteOutput), ...problems(400, 403, 404, 409, 413, 415, 422) },
    },
  },
});
