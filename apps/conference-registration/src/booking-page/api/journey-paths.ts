import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  aboutInput,
  confirmationInput,
  delegateInput,
  delegateOutput,
  invitationInput,
  journeyOutput,
  newDelegatesInput,
  paymentInput,
} from './journey.schema.js';

const problems = problemsAbout('booking');
const security = anybody;
const tags = ['Filling in a booking'];
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const bookingKey = z.object({
  key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
});
const delegateKey = bookingKey.extend({ number: z.int().meta({ description: 'Within the booking.' }) });
const details = json('The booking.', journeyOutput, etag);
const delegate = json('The delegate.', delegateOutput, etag);
const delegates = json('All delegates of the booking.', z.strictObject({ items: z.array(delegateOutput) }));

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/bookings/{key}/details`]: {
    get: {
      operationId: 'readBookingDetails',
      summary: 'A booking with all that is filled in, what is missing, and what was issued',
      tags,
      security,
      requestParams: { path: bookingKey },
      responses: { 200: details, ...problems(403, 404) },
    },
  },
  [`${apiPath}/bookings/{key}/delegates`]: {
    get: {
      operationId: 'listDelegates',
      summary: 'The delegates of a booking',
      tags,
      security,
      requestParams: { path: bookingKey },
      responses: { 200: delegates, ...problems(403, 404) },
    },
    post: {
      operationId: 'addDelegates',
      summary: 'Name several delegates: first the places without a name, then further ones',
      tags,
      security,
      requestParams: { path: bookingKey, header: keyHeader },
      requestBody: body(newDelegatesInput),
      responses: { 201: delegates, ...problems(400, 403, 404, 409, 413, 415, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/delegates/{number}`]: {
    get: {
      operationId: 'readDelegate',
      summary: 'A delegate of a booking',
      tags,
      security,
      requestParams: { path: delegateKey },
      responses: { 200: delegate, ...problems(403, 404) },
    },
    put: {
      operationId: 'fillInDelegate',
      summary: 'Fill in a delegate: details, ticket and add-ons, answers',
      tags,
      security,
      requestParams: { path: delegateKey, header: z.object({ 'If-Match': ifMatch('delegate') }) },
      requestBody: body(delegateInput),
      responses: { 200: delegate, ...problems(403, 404, 409, 412, 413, 415, 422, 428) },
    },
    delete: {
      operationId: 'removeDelegate',
      summary: 'Take a delegate off a booking that is not confirmed',
      tags,
      security,
      requestParams: { path: delegateKey },
      responses: { 204: { description: 'They are off.' }, ...problems(403, 404, 409) },
    },
  },
  [`${apiPath}/bookings/{key}/delegates/{number}/invite`]: {
    post: {
      operationId: 'inviteDelegate',
      summary: 'Mail a delegate a link with which they fill in their own part',
      tags,
      security,
      requestParams: { path: delegateKey, header: keyHeader },
      requestBody: body(invitationInput),
      responses: { 202: delegate, ...problems(400, 403, 404, 409, 415, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/answers`]: {
    put: {
      operationId: 'answerAboutBooking',
      summary: 'Answer what is asked about the booking as a whole',
      tags,
      security,
      requestParams: { path: bookingKey },
      requestBody: body(aboutInput),
      responses: { 200: details, ...problems(403, 404, 409, 413, 415, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/payment`]: {
    put: {
      operationId: 'choosePayment',
      summary: 'Say how it is paid, and to whom the invoice goes',
      tags,
      security,
      requestParams: { path: bookingKey },
      requestBody: body(paymentInput),
      responses: { 200: details, ...problems(403, 404, 409, 415, 422) },
    },
  },
  [`${apiPath}/bookings/{key}/confirm`]: {
    post: {
      operationId: 'confirmBooking',
      summary: 'Confirm the booking: places, invoice and mails, all of it or nothing',
      tags,
      security,
      requestParams: { path: bookingKey, header: keyHeader },
      requestBody: body(confirmationInput),
      responses: { 200: details, ...problems(400, 403, 404, 409, 415, 422) },
    },
  },
};

/** What programs do with a booking from the hold to its confirmation. */
export const journeyApi: ApiPart = { tags, paths };
