import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { bookingInput, bookingOutput, offerOutput, ownOrganisationsOutput } from './booking.schema.js';

const tags = ['Bookings'];
export const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
export const conferencePath = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const bookingKey = z.object({
  key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
});
export const bookingLocation = etag.extend({ Location: z.string().meta({ description: 'The booking.' }) });
const problems = problemsAbout('booking');

/** 409 says more here: places cannot be had. */
export const placesRefused = (...statuses: readonly (400 | 403 | 404 | 409 | 413 | 415 | 422)[]) => {
  const all = problems(...statuses);
  const description =
    'The same Idempotency-Key is being worked on; or the places cannot be had: `sold-out`, `queue-first`, ' +
    '`organisation-limit`, `allocation-used`, `code-used`, `not-on-sale`; or the booking is not in the state for it.';
  return { ...all, ...(all['409'] && { 409: { ...all['409'], description } }) };
};

const step = (operationId: string, summary: string) => ({
  post: {
    operationId,
    summary,
    tags,
    security: anybody,
    requestParams: { path: bookingKey, header: keyHeader },
    responses: { 200: json('The booking.', bookingOutput, etag), ...placesRefused(400, 403, 404, 409, 422) },
  },
});

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/organisations`]: {
    get: {
      operationId: 'listOwnOrganisations',
      summary: 'The organisations that you can book for',
      tags,
      security: tokenNeeded,
      responses: { 200: json('As their booking contact.', ownOrganisationsOutput), ...problems(403) },
    },
  },
  [`${apiPath}/conferences/{id}/offer`]: {
    get: {
      operationId: 'readOffer',
      summary: 'What a conference offers: tickets, prices by category, and what is left',
      tags,
      security: anybody,
      requestParams: { path: conferencePath },
      responses: { 200: json('What it offers.', offerOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/conferences/{id}/bookings`]: {
    post: {
      operationId: 'beginBooking',
      summary: 'Begin a booking: its places are kept for 30 minutes',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferencePath, header: keyHeader },
      requestBody: body(bookingInput),
      responses: {
        201: json('The booking.', bookingOutput, bookingLocation),
        ...placesRefused(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${apiPath}/bookings/{key}`]: {
    get: {
      operationId: 'readBooking',
      summary: 'A booking that you have a right to',
      tags,
      security: anybody,
      requestParams: { path: bookingKey },
      responses: { 200: json('The booking.', bookingOutput, etag), ...problems(403, 404) },
    },
  },
  [`${apiPath}/bookings/{key}/extend`]: step('extendHold', 'Keep its places for 15 minutes more, once'),
  [`${apiPath}/bookings/{key}/resume`]: step(
    'resumeBooking',
    'Take the places of a lapsed booking again, at today’s prices',
  ),
  [`${apiPath}/bookings/{key}/give-up`]: step('giveUpBooking', 'Give up a booking that is not confirmed'),
};

/** Beginning bookings, for programs. */
export const bookingsApi: ApiPart = { tags, paths };
