import { z } from 'zod';
import { json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';

const text = z.string();

const ownTravelsOutput = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: text,
        part: z.enum(['delegate', 'leader']),
        visit: z.strictObject({
          slug: text,
          title: text,
          status: text,
          firstDay: z.iso.date(),
          lastDay: z.iso.date(),
        }),
        ownPath: text
          .nullable()
          .meta({ description: 'Their own page; `null` for whoever acts for somebody else.' }),
      }),
    ),
  })
  .meta({ id: 'MyTravels' });

/** The visits that somebody travels with, for their programs. */
export const ownTravelsApi: ApiPart = {
  tags: [],
  paths: {
    [`${apiPath}/my-travels`]: {
      get: {
        tags: ['Travellers'],
        security: tokenNeeded,
        operationId: 'listMyTravels',
        summary: 'The visits that you travel with, the latest first',
        responses: { 200: json('As it is.', ownTravelsOutput), ...problemsAbout('traveller')(403) },
      },
    },
  },
};
