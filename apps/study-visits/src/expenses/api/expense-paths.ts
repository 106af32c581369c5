import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  agreeInput,
  expenseInput,
  expenseOutput,
  expensesPage,
  expensesQuery,
  paidInput,
  rateInput,
  rateOutput,
  ratesOutput,
  staffExpenseInput,
  whyInput,
} from './expense.schema.js';

const tags = ['Expenses'];
const problems = problemsAbout('expense');
const key = { 'Idempotency-Key': idempotencyKey };
const version = { 'If-Match': ifMatch('expense') };
const string = z.string();

/** Whose expenses: all of a visit, or a traveller’s own. */
interface Whose {
  readonly at: string;
  readonly path: z.ZodObject;
  readonly security: typeof anybody;
  /** Put into the operations’ names: `Own`. */
  readonly name: '' | 'Own';
  readonly input: z.ZodType;
}

const file = z.object({
  file: string.meta({ format: 'binary', description: 'A PDF, JPEG or PNG file of at most 10 MB.' }),
});

/** The ways to expenses that travellers and staff have alike. */
function pathsOf({ at, path, security, name, input }: Whose): ZodOpenApiPathsObject {
  const about = { tags, security };
  const one = path.extend({ expenseId: string });
  const location = etag.extend({ Location: string.meta({ description: 'The new expense.' }) });
  return {
    [at]: {
      get: {
        ...about,
        operationId: `list${name}Expenses`,
        summary: 'Expenses by number, with what they come to',
        requestParams: { path, query: expensesQuery },
        responses: { 200: json('A page of them.', expensesPage), ...problems(400, 403, 404) },
      },
      post: {
        ...about,
        operationId: `add${name}Expense`,
        summary: 'Write down an expense; 422 `no-rate` where the day has no rate of its currency',
        requestParams: { path, header: z.object(key) },
        requestBody: body(input),
        responses: {
          201: json('The expense.', expenseOutput, location),
          ...problems(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    [`${at}/{expenseId}`]: {
      get: {
        ...about,
        operationId: `read${name}Expense`,
        summary: 'An expense',
        requestParams: { path: one },
        responses: { 200: json('The expense.', expenseOutput, etag), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: `change${name}Expense`,
        summary: 'Replace what it says, while it is not sent or after it was refused',
        requestParams: { path: one, header: z.object(version) },
        requestBody: body(expenseInput),
        responses: {
          200: json('The expense.', expenseOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
      delete: {
        ...about,
        operationId: `delete${name}Expense`,
        summary: 'Delete it, while it is not sent or after it was refused',
        requestParams: { path: one },
        responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
      },
    },
    [`${at}/{expenseId}/receipt`]: {
      get: {
        ...about,
        operationId: `download${name}Receipt`,
        summary: 'Its receipt',
        requestParams: { path: one },
        responses: {
          200: { description: 'The file.', content: { 'application/octet-stream': {} } },
          ...problems(403, 404),
        },
      },
      put: {
        ...about,
        operationId: `put${name}Receipt`,
        summary: 'Keep a receipt in place of what there is',
        requestParams: { path: one, header: z.object(version) },
        requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } },
        responses: {
          200: json('The expense.', expenseOutput, etag),
          ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
        },
      },
    },
    [`${at}/{expenseId}/send`]: step(
      one,
      security,
      `send${name}Expense`,
      'Send it to staff; 409 `receipt-missing`',
    ),
  };
}

const step = (
  path: z.ZodObject,
  security: typeof anybody,
  operationId: string,
  summary: string,
  input?: z.ZodType,
): ZodOpenApiPathsObject[string] => ({
  post: {
    tags,
    security,
    operationId,
    summary,
    requestParams: { path, header: z.object({ ...key, ...version }) },
    ...(input !== undefined && { requestBody: body(input) }),
    responses: {
      200: json('The expense.', expenseOutput, etag),
      ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
    },
  },
});

const visit = z.object({ id: string.meta({ description: 'The visit.' }) });
const link = z.object({ secret: string.meta({ description: 'From the traveller’s own link.' }) });
const ofVisit = `${apiPath}/visits/{id}/expenses`;
const own = `${apiPath}/traveller-links/{secret}/expenses`;
const ofOne = visit.extend({ expenseId: string });
const rates = `${apiPath}/visits/{id}/expense-rates`;
const staff = { tags, security: tokenNeeded };

const paths: ZodOpenApiPathsObject = {
  ...pathsOf({ at: ofVisit, path: visit, security: tokenNeeded, name: '', input: staffExpenseInput }),
  [`${ofVisit}/{expenseId}/agree`]: step(
    ofOne,
    tokenNeeded,
    'agreeToExpense',
    'Agree to it, on a line of the budget; 409 `own-claim`',
    agreeInput,
  ),
  [`${ofVisit}/{expenseId}/refuse`]: step(
    ofOne,
    tokenNeeded,
    'refuseExpense',
    'Refuse it and say why',
    whyInput,
  ),
  [`${ofVisit}/{expenseId}/pay`]: step(
    ofOne,
    tokenNeeded,
    'payExpense',
    'Note that it is paid back',
    paidInput,
  ),
  [`${ofVisit}/{expenseId}/reopen`]: step(
    ofOne,
    tokenNeeded,
    'reopenExpense',
    'Go back on the last decision and say why',
    whyInput,
  ),
  ...pathsOf({ at: own, path: link, security: anybody, name: 'Own', input: expenseInput }),
  [`${own}/{expenseId}/withdraw`]: step(
    link.extend({ expenseId: string }),
    anybody,
    'withdrawOwnExpense',
    'Take it back while staff have not decided',
  ),
  [rates]: {
    get: {
      ...staff,
      operationId: 'listExpenseRates',
      summary: 'What currencies are worth on a visit',
      requestParams: { path: visit },
      responses: { 200: json('The rates.', ratesOutput), ...problems(403, 404) },
    },
    post: {
      ...staff,
      operationId: 'stateExpenseRate',
      summary: 'State a rate from a day on',
      requestParams: { path: visit, header: z.object(key) },
      requestBody: body(rateInput),
      responses: {
        201: json('The rate.', rateOutput, etag),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${rates}/{rateId}`]: {
    get: {
      ...staff,
      operationId: 'readExpenseRate',
      summary: 'A rate',
      requestParams: { path: visit.extend({ rateId: string }) },
      responses: { 200: json('The rate.', rateOutput, etag), ...problems(403, 404) },
    },
    delete: {
      ...staff,
      operationId: 'deleteExpenseRate',
      summary: 'Delete a rate; what was sent keeps it',
      requestParams: { path: visit.extend({ rateId: string }) },
      responses: { 204: { description: 'It is gone.' }, ...problems(403, 404) },
    },
  },
};

/** What was spent for visits, for programs. */
export const expensesApi: ApiPart = { tags, paths };
