import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, tokenNeeded } from '#platform';
import {
  bookingLocation,
  conferencePath,
  keyHeader,
  placesRefused,
} from '../../bookings/api/booking-paths.js';
import { journeyOutput } from '../../booking-page/api/journey.schema.js';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { atOnceInput } from './at-once.schema.js';

const tags = ['Bookings'];

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/conferences/{id}/confirmed-bookings`]: {
    post: {
      operationId: 'bookAtOnce',
      summary: 'Book and confirm in one step: all of it, or nothing',
      description:
        'For programs that know the delegates, what is asked of them and how the booking is paid. Files that are asked for can ' +
        'be sent with the steps alone: begin the booking, fill it in, confirm it.',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferencePath, header: keyHeader },
      requestBody: body(atOnceInput),
      responses: {
        201: json('The confirmed booking.', journeyOutput, bookingLocation),
        ...placesRefused(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
};

export const atOnceApi: ApiPart = { tags, paths };
