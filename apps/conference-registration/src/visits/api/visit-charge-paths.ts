import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, idempotencyKey, json, problemsAbout } from '#platform';
import { purchaseOrderInput } from '../../money/api/money.schema.js';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { visitChargeOutput, visitOrderOutput } from './visit-charges.schema.js';

const tags = ['Study visits’ invoices'];
const security = anybody;
const problems = problemsAbout('invoice');
const path = z.object({
  key: z.string().meta({ description: 'The id of what is to be paid, or the secret of a link.' }),
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visit-invoices/{key}`]: {
    get: {
      operationId: 'readVisitCharge',
      summary: 'What somebody is to pay for a study visit, with all that was issued for it',
      tags,
      security,
      requestParams: { path },
      responses: { 200: json('What is to be paid.', visitChargeOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/visit-invoices/{key}/documents/{label}.pdf`]: {
    get: {
      operationId: 'downloadVisitDocument',
      summary: 'A document for a study visit as PDF',
      tags,
      security,
      requestParams: {
        path: path.extend({ label: z.string().meta({ examples: ['INV-00021'] }) }),
      },
      responses: {
        200: {
          description: 'The file.',
          content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
        },
        ...problems(403, 404),
      },
    },
  },
  [`${apiPath}/visit-invoices/{key}/purchase-order`]: {
    post: {
      operationId: 'enterVisitPurchaseOrder',
      summary:
        'Enter the purchase order for a place on a study visit, and have its invoice issued again if wanted',
      tags,
      security,
      requestParams: { path, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
      requestBody: body(purchaseOrderInput),
      responses: {
        200: json('The purchase order.', visitOrderOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
};

/** Invoices for study visits, for programs. */
export const visitChargesApi: ApiPart = { tags, paths };
