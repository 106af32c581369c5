import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../../openapi/api-part.js';
import { bookingsPage, bookingsQuery, delegatesPage, delegatesQuery } from './list.schema.js';

const conferencePath = z.object({
  id: z.string().meta({ description: 'The conference, by its id or its name in addresses.' }),
});
const problems = problemsAbout('conference');

/** @param tags what they are grouped under */
export const listPaths = (tags: string[]): ZodOpenApiPathsObject => ({
  [`${apiPath}/conferences/{id}/bookings`]: {
    get: {
      operationId: 'listBookings',
      summary: 'The bookings of a conference, the latest first, for staff',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferencePath, query: bookingsQuery },
      responses: { 200: json('A page of bookings.', bookingsPage), ...problems(400, 403, 404, 422) },
    },
  },
  [`${apiPath}/conferences/{id}/delegates`]: {
    get: {
      operationId: 'listDelegates',
      summary: 'The delegates of a conference, for staff; nothing that they answered',
      tags,
      security: tokenNeeded,
      requestParams: { path: conferencePath, query: delegatesQuery },
      responses: { 200: json('A page of delegates.', delegatesPage), ...problems(400, 403, 404, 422) },
    },
  },
});
