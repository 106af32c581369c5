import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { taskInput } from '../../plans/api/plans.schema.js';
import {
  afterwardsOutput,
  feedbackInput,
  feedbackNoteInput,
  feedbackOutput,
  hoursOutput,
  noteDoneInput,
  noteInput,
  noteOutput,
  notesOutput,
  ownFeedbackOutput,
  sendingInput,
  sendingOutput,
  thanksInput,
  thanksOutput,
} from './afterwards.schema.js';

const tags = ['Afterwards'];
const problems = problemsAbout('exhibition, answer or note');
const string = z.string();
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const exhibition = z.object({ id: string.meta({ description: 'The exhibition, by its id or its name.' }) });
const note = exhibition.extend({ noteId: string });
const link = z.object({ secret: string.meta({ description: 'From the link in the mail of thanks.' }) });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly input?: z.ZodType;
  readonly status?: 200 | 201;
  /** Who has the link; otherwise staff. */
  readonly isOpen?: boolean;
}

const about = ({ operationId, summary, isOpen = false }: Operation) => ({
  tags,
  security: isOpen ? anybody : tokenNeeded,
  operationId,
  summary,
});

const get = (operation: Operation) => ({
  get: {
    ...about(operation),
    requestParams: { path: operation.path },
    responses: { 200: json('As it is.', operation.output), ...problems(403, 404) },
  },
});

const post = (operation: Operation) => ({
  post: {
    ...about(operation),
    requestParams: { path: operation.path, header },
    ...(operation.input !== undefined && { requestBody: body(operation.input) }),
    responses: {
      [operation.status ?? 200]: json('As it is now.', operation.output),
      ...problems(400, 403, 404, 409, 413, 415, 422),
    },
  },
});

const put = (operation: Operation & { readonly input: z.ZodType; readonly what: string }) => ({
  put: {
    ...about(operation),
    requestParams: { path: operation.path, header: z.object({ 'If-Match': ifMatch(operation.what) }) },
    requestBody: body(operation.input),
    responses: {
      200: json('As it is now.', operation.output, etag),
      ...problems(400, 403, 404, 412, 413, 415, 422, 428),
    },
  },
});

const root = `${apiPath}/exhibitions/{id}/afterwards`;
const notes = `${root}/notes`;
const one = `${notes}/{noteId}`;
const own = `${apiPath}/feedback-links/{secret}`;

const paths: ZodOpenApiPathsObject = {
  [root]: get({
    operationId: 'readAfterwards',
    summary: 'What an exhibition came to, in figures',
    path: exhibition,
    output: afterwardsOutput,
  }),
  [`${root}/hours`]: get({
    operationId: 'readStandHours',
    summary: 'Hours of people and of organisations',
    path: exhibition,
    output: hoursOutput,
  }),
  [`${root}/thanks`]: {
    ...get({
      operationId: 'readStandThanks',
      summary: 'What thanks say, who gets them, who does not and why',
      path: exhibition,
      output: thanksOutput,
    }),
    ...put({
      operationId: 'changeStandThanks',
      summary: 'Replace the words',
      path: exhibition,
      input: thanksInput,
      output: thanksOutput,
      what: 'words',
    }),
  },
  [`${root}/thanks/sendings`]: post({
    operationId: 'sendStandThanks',
    summary: 'Thank those who have not been thanked; nobody is written to twice',
    path: exhibition,
    input: sendingInput,
    output: sendingOutput,
  }),
  [`${root}/feedback`]: get({
    operationId: 'readStandFeedback',
    summary: 'What people said of how it was',
    path: exhibition,
    output: feedbackOutput,
  }),
  [`${root}/feedback/{feedbackId}/notes`]: post({
    operationId: 'noteStandFeedback',
    summary: 'Make a note for next year of what somebody said; of each part once',
    path: exhibition.extend({ feedbackId: string }),
    input: feedbackNoteInput,
    output: noteOutput,
  }),
  [notes]: {
    ...get({
      operationId: 'listStandNotes',
      summary: 'What is to be carried to next year',
      path: exhibition,
      output: notesOutput,
    }),
    ...post({
      operationId: 'addStandNote',
      summary: 'Add a note',
      path: exhibition,
      input: noteInput,
      output: noteOutput,
      status: 201,
    }),
  },
  [one]: {
    ...get({ operationId: 'readStandNote', summary: 'A note', path: note, output: noteOutput }),
    ...put({
      operationId: 'changeStandNote',
      summary: 'Replace what it says',
      path: note,
      input: noteInput,
      output: noteOutput,
      what: 'note',
    }),
    delete: {
      ...about({ operationId: 'deleteStandNote', summary: 'Delete it', path: note, output: z.null() }),
      requestParams: { path: note },
      responses: { 204: { description: 'It is gone.' }, ...problems(403, 404) },
    },
  },
  [`${one}/done`]: post({
    operationId: 'markStandNote',
    summary: 'Say that it is settled, or is not',
    path: note,
    input: noteDoneInput,
    output: noteOutput,
  }),
  [`${one}/task`]: post({
    operationId: 'makeStandNoteTask',
    summary: 'Make a task of it, which settles it',
    path: note,
    input: taskInput,
    output: noteOutput,
  }),
  [own]: {
    ...get({
      operationId: 'readOwnStandFeedback',
      summary: 'What you have said of how it was, and until when you can change it',
      path: link,
      output: ownFeedbackOutput,
      isOpen: true,
    }),
    ...post({
      operationId: 'sayStandFeedback',
      summary: 'Say how it was; another answer takes the place of the one before',
      path: link,
      input: feedbackInput,
      output: ownFeedbackOutput,
      isOpen: true,
    }),
  },
};

/** Hours, thanks, feedback and notes for next year. */
export const afterwardsApi: ApiPart = { tags, paths };
