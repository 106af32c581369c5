import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  budgetLineInput,
  budgetLineOutput,
  budgetOutput,
  considerationInput,
  considerationOutput,
  documentOutput,
  documentsOutput,
  riskInput,
  riskOutput,
  assessmentOutput,
  risksOutput,
  signatureInput,
} from './plans.schema.js';

const tags = ['Plans'];
const problems = problemsAbout('line, risk or document');
const about = { tags, security: tokenNeeded };
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const visit = z.object({ id: z.string().meta({ description: 'The visit.' }) });
const ofVisit = `${apiPath}/visits/{id}`;

interface Thing {
  /** "risk" */
  readonly what: string;
  /** As operations are called: "Risk". */
  readonly name: string;
  readonly path: string;
  /** "The risk assessment of a visit" */
  readonly summary: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly list: z.ZodType;
}

/** The ways to things of a kind: reading them, adding one, changing and deleting it. */
function pathsOf({ what, name, path, summary, input, output, list }: Thing): ZodOpenApiPathsObject {
  const one = visit.extend({ [`${what}Id`]: z.string().meta({ description: `The ${what}.` }) });
  const location = etag.extend({ Location: z.string().meta({ description: `The new ${what}.` }) });
  return {
    [`${ofVisit}/${path}`]: {
      get: {
        ...about,
        operationId: `list${name}s`,
        summary,
        requestParams: { path: visit },
        responses: { 200: json(`${summary}.`, list), ...problems(403, 404) },
      },
      post: {
        ...about,
        operationId: `add${name}`,
        summary: `Add a ${what}`,
        requestParams: { path: visit, header: keyHeader },
        requestBody: body(input),
        responses: {
          201: json(`The ${what}.`, output, location),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${ofVisit}/${path}/{${what}Id}`]: {
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

/** Signs something as it stands; signing it again as it stands is a conflict. */
const signature = (
  operationId: string,
  summary: string,
  output: z.ZodType,
): ZodOpenApiPathsObject[string] => ({
  put: {
    ...about,
    operationId,
    summary,
    requestParams: { path: visit },
    requestBody: body(signatureInput),
    responses: { 200: json('What is signed.', output), ...problems(400, 403, 404, 409, 413, 415, 422) },
  },
});

const signing: ZodOpenApiPathsObject = {
  [`${ofVisit}/risks/assessment`]: {
    get: {
      ...about,
      operationId: 'readRiskAssessment',
      summary: 'The risk assessment as it is printed, with what changed since the version before',
      requestParams: { path: visit },
      responses: { 200: json('A version of it.', assessmentOutput), ...problems(403, 404) },
    },
  },
  [`${ofVisit}/risks/signature`]: signature(
    'signRisks',
    'Sign off the risk assessment as it stands',
    risksOutput,
  ),
  [`${ofVisit}/package-travel`]: {
    get: {
      ...about,
      operationId: 'readPackageTravel',
      summary: 'What was considered of the rules of package travel',
      requestParams: { path: visit },
      responses: { 200: json('The answers.', considerationOutput, etag), ...problems(403, 404) },
    },
    put: {
      ...about,
      operationId: 'considerPackageTravel',
      summary: 'Answer the questions of package travel',
      requestParams: { path: visit, header: z.object({ 'If-Match': ifMatch('answers') }) },
      requestBody: body(considerationInput),
      responses: {
        200: json('The answers.', considerationOutput, etag),
        ...problems(400, 403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${ofVisit}/package-travel/signature`]: signature(
    'signPackageTravel',
    'Sign what was considered of package travel as it stands',
    considerationOutput,
  ),
};

const file = z.object({
  file: z.string().meta({ format: 'binary', description: 'A PDF, PNG, JPEG or CSV file of at most 10 MB.' }),
  note: z.string().optional(),
  audience: z
    .string()
    .optional()
    .meta({ description: '`staff` (unless given), `travellers` or `everyone`.' }),
});
const documentPath = visit.extend({ documentId: z.string().meta({ description: 'The document.' }) });

const documents: ZodOpenApiPathsObject = {
  [`${ofVisit}/documents`]: {
    get: {
      ...about,
      operationId: 'listDocuments',
      summary: 'The documents of a visit, without their content',
      requestParams: { path: visit },
      responses: { 200: json('Its documents.', documentsOutput), ...problems(403, 404) },
    },
    post: {
      ...about,
      operationId: 'addDocument',
      summary: 'Keep a document',
      requestParams: { path: visit, header: keyHeader },
      requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } },
      responses: {
        201: json('The document.', documentOutput, etag),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${ofVisit}/documents/{documentId}`]: {
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

/** What is planned for visits, for programs. */
export const plansApi: ApiPart = {
  tags,
  paths: {
    ...pathsOf({
      what: 'line',
      name: 'BudgetLine',
      path: 'budget',
      summary: 'The budget of a visit, with what it comes to',
      input: budgetLineInput,
      output: budgetLineOutput,
      list: budgetOutput,
    }),
    ...pathsOf({
      what: 'risk',
      name: 'Risk',
      path: 'risks',
      summary: 'The risk assessment of a visit, and who signed it off',
      input: riskInput,
      output: riskOutput,
      list: risksOutput,
    }),
    ...signing,
    ...documents,
  },
};
