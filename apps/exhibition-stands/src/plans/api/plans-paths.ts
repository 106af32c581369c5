import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  costInput,
  costOutput,
  costsOutput,
  documentOutput,
  documentsOutput,
  doneInput,
  taskInput,
  taskOutput,
  tasksOutput,
} from './plans.schema.js';

const tags = ['Plans'];
const problems = problemsAbout('task, cost or document');
const about = { tags, security: tokenNeeded };
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const exhibition = z.object({ id: z.string().meta({ description: 'The exhibition.' }) });

interface Thing {
  /** "task" */
  readonly what: string;
  readonly path: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly list: z.ZodType;
}

/** The ways to things of a kind: reading them, adding one, changing and deleting it. */
function pathsOf({ what, path, input, output, list }: Thing): ZodOpenApiPathsObject {
  const name = what.charAt(0).toUpperCase() + what.slice(1);
  const one = exhibition.extend({ [`${what}Id`]: z.string().meta({ description: `The ${what}.` }) });
  const location = etag.extend({ Location: z.string().meta({ description: `The new ${what}.` }) });
  return {
    [`${apiPath}/exhibitions/{id}/${path}`]: {
      get: {
        ...about,
        operationId: `list${name}s`,
        summary: `The ${path} of an exhibition`,
        requestParams: { path: exhibition },
        responses: { 200: json(`Its ${path}.`, list), ...problems(403, 404) },
      },
      post: {
        ...about,
        operationId: `add${name}`,
        summary: `Add a ${what}`,
        requestParams: { path: exhibition, header: keyHeader },
        requestBody: body(input),
        responses: {
          201: json(`The ${what}.`, output, location),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${apiPath}/exhibitions/{id}/${path}/{${what}Id}`]: {
      get: {
        ...about,
        operationId: `read${name}`,
        summary: `A ${what}`,
        requestParams: { path: one },
        responses: { 200: json(`The ${what}.`, output, etag), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: `edit${name}`,
        summary: `Replace what a ${what} says`,
        requestParams: { path: one, header: z.object({ 'If-Match': ifMatch(what) }) },
        requestBody: body(input),
        responses: {
          200: json(`The ${what}.`, output, etag),
          ...problems(400, 403, 404, 412, 413, 415, 422, 428),
        },
      },
      delete: {
        ...about,
        operationId: `delete${name}`,
        summary: `Delete a ${what}`,
        requestParams: { path: one },
        responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404) },
      },
    },
  };
}

const file = z.object({
  file: z.string().meta({ format: 'binary', description: 'A PDF, PNG, JPEG or CSV file of at most 10 MB.' }),
  note: z.string().optional(),
});
const documentPath = exhibition.extend({
  documentId: z.string().meta({ description: 'The document.' }),
});

const documents: ZodOpenApiPathsObject = {
  [`${apiPath}/exhibitions/{id}/documents`]: {
    get: {
      ...about,
      operationId: 'listDocuments',
      summary: 'The documents of an exhibition, without their content',
      requestParams: { path: exhibition },
      responses: { 200: json('Its documents.', documentsOutput), ...problems(403, 404) },
    },
    post: {
      ...about,
      operationId: 'addDocument',
      summary: 'Keep a document',
      requestParams: { path: exhibition, header: keyHeader },
      requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } },
      responses: {
        201: json('The document.', documentOutput, etag),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/exhibitions/{id}/documents/{documentId}`]: {
    get: {
      ...about,
      operationId: 'downloadDocument',
      summary: 'A document’s content',
      requestParams: { path: documentPath },
      responses: {
        200: { description: 'The file.', content: { 'application/octet-stream': {} } },
        ...problems(403, 404),
      },
    },
    delete: {
      ...about,
      operationId: 'deleteDocument',
      summary: 'Delete a document',
      requestParams: { path: documentPath },
      responses: { 204: { description: 'It is deleted.' }, ...problems(403, 404) },
    },
  },
};

const done: ZodOpenApiPathsObject = {
  [`${apiPath}/exhibitions/{id}/tasks/{taskId}/done`]: {
    post: {
      ...about,
      operationId: 'markTask',
      summary: 'Say that a task is done, or is not',
      requestParams: {
        path: exhibition.extend({ taskId: z.string().meta({ description: 'The task.' }) }),
        header: keyHeader,
      },
      requestBody: body(doneInput),
      responses: { 200: json('The task.', taskOutput, etag), ...problems(400, 403, 404, 409, 413, 415, 422) },
    },
  },
};

/** What is planned for exhibitions, for programs. */
export const plansApi: ApiPart = {
  tags,
  paths: {
    ...pathsOf({ what: 'task', path: 'tasks', input: taskInput, output: taskOutput, list: tasksOutput }),
    ...done,
    ...pathsOf({ what: 'cost', path: 'costs', input: costInput, output: costOutput, list: costsOutput }),
    ...documents,
  },
};
