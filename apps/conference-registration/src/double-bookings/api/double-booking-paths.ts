import { z } from 'zod';
import { anybody, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { doubleBookingsOutput } from './double-booking.schema.js';

const tags = ['Booked twice'];
const found = json('When they are on a stand, or away, at the same time, by delegate.', doubleBookingsOutput);

/** Who is to be in two places at once, for programs. */
export const doubleBookingsApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/bookings/{key}/double-bookings`]: {
      get: {
        operationId: 'listDoubleBookingsOfBooking',
        summary: 'Who in a booking is to be on a stand, or away with a study visit, at the same time',
        tags,
        security: anybody,
        requestParams: {
          path: z.object({
            key: z.string().meta({ description: 'The booking’s reference, or a guest’s secret.' }),
          }),
        },
        responses: { 200: found, ...problemsAbout('booking')(403, 404) },
      },
    },
    [`${apiPath}/conferences/{id}/double-bookings`]: {
      get: {
        operationId: 'listDoubleBookings',
        summary:
          'Which delegates of a conference are to be on a stand, or away with a study visit, at the same time, for staff',
        tags,
        security: tokenNeeded,
        requestParams: {
          path: z.object({
            id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
          }),
        },
        responses: { 200: found, ...problemsAbout('conference')(403, 404) },
      },
    },
  },
};
