import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  creditNoteInput,
  creditUseInput,
  customerOutput,
  documentOutput,
  documentsOutput,
  invoicesPage,
  invoicesQuery,
  paymentInput,
  paymentOutput,
  purchaseOrderInput,
  purchaseOrderOutput,
  refundInput,
  undoInput,
} from './money.schema.js';

const tags = ['Money'];
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const idPath = (what: string) => z.object({ id: z.string().meta({ description: `The ${what}’s id.` }) });
const bookingKey = z.object({
  key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
});
const problems = problemsAbout('document, customer or payment');

interface Reading {
  readonly operationId: string;
  readonly summary: string;
  readonly answer: z.ZodType;
  readonly path?: z.ZodObject;
  readonly security?: typeof anybody;
}

const reading = ({ operationId, summary, answer, path, security = tokenNeeded }: Reading) => ({
  operationId,
  summary,
  tags,
  security,
  ...(path && { requestParams: { path } }),
  responses: { 200: json(`${summary}.`, answer), ...problems(403, 404) },
});

const writing = ({
  input,
  status,
  ...rest
}: Reading & { readonly input: z.ZodType; readonly status: 200 | 201 }) => ({
  ...reading(rest),
  requestParams: { header, ...(rest.path && { path: rest.path }) },
  requestBody: body(input),
  responses: {
    [String(status) as `${typeof status}`]: json(`${rest.summary}.`, rest.answer),
    ...problems(400, 403, 404, 409, 413, 415, 422),
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/invoices`]: {
    get: {
      operationId: 'listInvoices',
      summary: 'Invoices by number; those that are open unless others are asked for',
      tags,
      security: tokenNeeded,
      requestParams: { query: invoicesQuery },
      responses: { 200: json('A page of invoices.', invoicesPage), ...problems(400, 403) },
    },
  },
  [`${apiPath}/documents/{id}`]: {
    get: reading({
      operationId: 'readDocument',
      summary: 'An invoice, credit note or receipt as it was issued',
      answer: documentOutput,
      path: idPath('document'),
    }),
  },
  [`${apiPath}/documents/{id}/credit`]: {
    post: writing({
      operationId: 'creditInvoice',
      summary: 'Issue a credit note for an invoice; what is booked stays booked',
      answer: documentOutput,
      path: idPath('invoice'),
      input: creditNoteInput,
      status: 201,
    }),
  },
  [`${apiPath}/customers/{id}`]: {
    get: reading({
      operationId: 'readCustomer',
      summary: 'A customer’s statement of account',
      answer: customerOutput,
      path: idPath('customer'),
    }),
  },
  [`${apiPath}/customers/{id}/credit`]: {
    post: writing({
      operationId: 'useCredit',
      summary: 'Put a customer’s credit to invoices',
      answer: customerOutput,
      path: idPath('customer'),
      input: creditUseInput,
      status: 200,
    }),
  },
  [`${apiPath}/payments`]: {
    post: writing({
      operationId: 'recordPayment',
      summary: 'Record money that came in; its receipt is issued and mailed',
      answer: paymentOutput,
      input: paymentInput,
      status: 201,
    }),
  },
  [`${apiPath}/payments/{id}`]: {
    get: reading({
      operationId: 'readPayment',
      summary: 'A payment or refund',
      answer: paymentOutput,
      path: idPath('payment'),
    }),
  },
  [`${apiPath}/payments/{id}/undo`]: {
    post: writing({
      operationId: 'undoPayment',
      summary: 'Take back a payment or refund that was recorded by mistake',
      answer: paymentOutput,
      path: idPath('payment'),
      input: undoInput,
      status: 200,
    }),
  },
  [`${apiPath}/refunds`]: {
    post: writing({
      operationId: 'recordRefund',
      summary: 'Record money that went back, out of a customer’s credit',
      answer: paymentOutput,
      input: refundInput,
      status: 201,
    }),
  },
  [`${apiPath}/bookings/{key}/documents`]: {
    get: reading({
      operationId: 'listBookingDocuments',
      summary: 'The documents of a booking that you have a right to',
      answer: documentsOutput,
      path: bookingKey,
      security: anybody,
    }),
  },
  [`${apiPath}/bookings/{key}/documents/{label}.pdf`]: {
    get: {
      operationId: 'downloadBookingDocument',
      summary: 'A document of a booking as PDF',
      tags,
      security: anybody,
      requestParams: {
        path: bookingKey.extend({ label: z.string().meta({ examples: ['CR-00001'] }) }),
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
  [`${apiPath}/bookings/{key}/purchase-order`]: {
    post: writing({
      operationId: 'enterPurchaseOrder',
      summary: 'Enter a booking’s purchase order, and have its invoices issued again with it if wanted',
      answer: purchaseOrderOutput,
      path: bookingKey,
      input: purchaseOrderInput,
      status: 200,
      security: anybody,
    }),
  },
};

/** The money, for programs. */
export const moneyApi: ApiPart = { tags, paths };
