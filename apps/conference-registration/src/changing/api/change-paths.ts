import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, tokenNeeded, etag, idempotencyKey, ifMatch, json, problemsAbout } from '#platform';
import { delegateOutput } from '../../booking-page/api/journey.schema.js';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  additionsInput,
  cancellationInput,
  cancelledOutput,
  changedDetailsInput,
  costOutput,
  newPersonInput,
  progressOutput,
  questionInput,
  refundOutput,
  refundQuery,
  ticketsInput,
} from './changes.schema.js';

const problems = problemsAbout('booking');
const security = anybody;
const tags = ['Changing a confirmed booking'];
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const matchHeader = z.object({ 'If-Match': ifMatch('delegate') });
const bookingKey = z.object({
  key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
});
const conferenceId = z.object({ id: z.string() });
const delegateKey = bookingKey.extend({ number: z.int().meta({ description: 'Within the booking.' }) });
const delegate = json('The delegate.', delegateOutput, etag);

const putDelegate = (operationId: string, summary: string, input: z.ZodType) => ({
  put: {
    operationId,
    summary,
    tags,
    security,
    requestParams: { path: delegateKey, header: matchHeader },
    requestBody: body(input),
    responses: { 200: delegate, ...problems(403, 404, 409, 412, 413, 415, 422, 428) },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/bookings/{key}/delegates/{number}/details`]: putDelegate(
    'changeDelegate',
    'Change the details and answers of a delegate; an answer that an approval hung on asks for it again',
    changedDetailsInput,
  ),
  [`${apiPath}/bookings/{key}/delegates/{number}/person`]: putDelegate(
    'replaceDelegate',
    'Put somebody else in a delegate’s place: ticket and price stay, the former person’s answers go',
    newPersonInput,
  ),
  [`${apiPath}/bookings/{key}/delegates/{number}/tickets`]: {
    put: {
      operationId: 'changeTickets',
      summary: 'Change a delegate’s ticket and add-ons, or try what that would cost',
      tags,
      security,
      requestParams: { path: delegateKey },
      requestBody: body(ticketsInput),
      responses: { 200: json('What it costs.', costOutput), ...problems(403, 404, 409, 413, 415, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/additions`]: {
    post: {
      operationId: 'addToBooking',
      summary: 'Add delegates to a confirmed booking, or try what that would cost',
      tags,
      security,
      requestParams: { path: bookingKey, header: keyHeader },
      requestBody: body(additionsInput),
      responses: {
        200: json('What it would cost.', costOutput),
        201: json('Who was added, and the invoice.', costOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/bookings/{key}/refund`]: {
    get: {
      operationId: 'readRefund',
      summary: 'What cancelling delegates would pay back today',
      tags,
      security,
      requestParams: { path: bookingKey, query: refundQuery },
      responses: { 200: json('What is paid back, line by line.', refundOutput), ...problems(400, 403, 404) },
    },
  },
  [`${apiPath}/bookings/{key}/cancel`]: {
    post: {
      operationId: 'cancelDelegates',
      summary: 'Cancel delegates, or all of the booking, by the refund rules',
      tags,
      security,
      requestParams: { path: bookingKey, header: keyHeader },
      requestBody: body(cancellationInput),
      responses: {
        200: json('Who was cancelled, and the credit notes.', cancelledOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/conferences/{id}/cancellation`]: {
    get: {
      operationId: 'readCancellation',
      summary: 'How far the cancelling of all bookings of a conference is',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferenceId },
      responses: { 200: json('How far it is.', progressOutput), ...problems(403, 404) },
    },
    post: {
      operationId: 'cancelAllBookings',
      summary: 'Cancel all bookings of a cancelled conference, and credit them in full',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferenceId, header: keyHeader },
      responses: { 202: json('It has begun.', progressOutput), ...problems(400, 403, 404, 409, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/questions-to-staff`]: {
    post: {
      operationId: 'askStaff',
      summary: 'Ask the staff for what you cannot change yourself',
      tags,
      security,
      requestParams: { path: bookingKey, header: keyHeader },
      requestBody: body(questionInput),
      responses: {
        202: json('It is with the staff.', z.strictObject({})),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
};

/** Changing and cancelling what is confirmed, for programs. */
export const changingApi: ApiPart = { tags, paths };
