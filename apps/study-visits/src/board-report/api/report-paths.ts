import { z } from 'zod';
import { body, etag, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import { reportInput, reportOutput } from './report.schema.js';

const tags = ['After a visit'];
const problems = problemsAbout('visit');
const path = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});

/** What the board reads of a visit, for programs of staff. */
export const boardReportApi: ApiPart = {
  tags: [],
  paths: {
    [`${apiPath}/visits/{id}/report`]: {
      get: {
        operationId: 'getBoardReport',
        summary: 'What the board reads of a visit',
        tags,
        security: tokenNeeded,
        requestParams: { path },
        responses: { 200: json('As it is now.', reportOutput, etag), ...problems(403, 404) },
      },
      put: {
        operationId: 'saveBoardReport',
        summary: 'Write what staff tell the board',
        tags,
        security: tokenNeeded,
        requestParams: { path, header: z.object({ 'If-Match': ifMatch('report') }) },
        requestBody: body(reportInput),
        responses: {
          200: json('As it is now.', reportOutput, etag),
          ...problems(400, 403, 404, 412, 413, 415, 422, 428),
        },
      },
    },
  },
};
