import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { payerInput, travellerMoneyOutput, visitMoneyOutput } from './money.schema.js';

const tags = ['Money'];
const problems = problemsAbout('visit or traveller');
const visit = z.object({ id: z.string().meta({ description: 'The visit’s id.' }) });
const secret = z.object({ secret: z.string().meta({ description: 'That of the traveller’s link.' }) });

const saying = (operationId: string, path: z.ZodObject, security: typeof tokenNeeded) => ({
  put: {
    operationId,
    summary: 'Say who pays for a place, upon which its invoices are asked for; once',
    tags,
    security,
    requestParams: { path },
    requestBody: body(payerInput),
    responses: {
      200: json('What the traveller is to pay.', travellerMoneyOutput),
      ...problems(400, 403, 404, 409, 413, 415, 422),
    },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits/{id}/money`]: {
    get: {
      operationId: 'readVisitMoney',
      summary: 'Who owes what for a visit',
      tags,
      security: tokenNeeded,
      requestParams: { path: visit },
      responses: { 200: json('Everybody, and the sums.', visitMoneyOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/visits/{id}/travellers/{travellerId}/payer`]: saying(
    'sayPayer',
    visit.extend({ travellerId: z.string() }),
    tokenNeeded,
  ),
  [`${apiPath}/travellers/{secret}/money`]: {
    get: {
      operationId: 'readOwnMoney',
      summary: 'What a traveller is to pay, by their own link',
      tags,
      security: anybody,
      requestParams: { path: secret },
      responses: { 200: json('What there is to pay.', travellerMoneyOutput), ...problems(404) },
    },
  },
  [`${apiPath}/travellers/{secret}/payer`]: saying('sayOwnPayer', secret, anybody),
};

/** The money of visits, for programs. */
export const invoicingApi: ApiPart = { tags, paths };
