import { z } from 'zod';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { doubleBookingsOutput } from './double-booking.schema.js';

const tags = ['Booked twice'];

/** Who is to be in two places at once, for programs. */
export const doubleBookingsApi: ApiPart = {
  tags,
  paths: {
    [`${apiPath}/visits/{id}/double-bookings`]: {
      get: {
        operationId: 'listDoubleBookings',
        summary:
          'Which travellers are to be at a conference, on a stand or away with another visit at the same time, for staff',
        tags,
        security: tokenNeeded,
        requestParams: {
          path: z.object({
            id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
          }),
        },
        responses: { 200: json('By number.', doubleBookingsOutput), ...problemsAbout('visit')(403, 404) },
      },
    },
  },
};
