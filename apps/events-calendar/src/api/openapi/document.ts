import { anybody, json, type Api, type ApiPart } from '#platform';
import { apiPath } from '../addresses.js';
import { occurrencesPage, occurrencesQuery, pageQuery, seriesPage } from '../schemas/lists.schema.js';
import { eventPaths } from './event-paths.js';
import { importPaths } from './import-paths.js';
import { problems } from './parts.js';

const about = `The network’s events: the same that its pages show, to the same people.

A visitor reads what is public. With a bearer token of a person’s own you read what that person may read; staff also write.
Times are texts on the wall clock of their zone, with the exact instants beside them. Lists come in pages: send \`nextCursor\`
as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

const lists: ApiPart = {
  tags: ['Occurrences', 'Series'],
  paths: {
    [`${apiPath}/occurrences`]: {
      get: {
        operationId: 'listOccurrences',
        summary: 'What happens when, the soonest first; without `from`, what is not over yet',
        tags: ['Occurrences'],
        security: anybody,
        requestParams: { query: occurrencesQuery },
        responses: { 200: json('A page of occurrences.', occurrencesPage), ...problems(400, 403) },
      },
    },
    [`${apiPath}/series`]: {
      get: {
        operationId: 'listSeries',
        summary: 'The series of the events that you may read, by slug',
        tags: ['Series'],
        security: anybody,
        requestParams: { query: pageQuery },
        responses: { 200: json('A page of series.', seriesPage), ...problems(400, 403) },
      },
    },
  },
};

/** What it offers to programs. */
export const api: Api = {
  title: 'Events calendar',
  about,
  path: apiPath,
  parts: [{ tags: ['Events'], paths: eventPaths }, lists, { tags: ['Imports'], paths: importPaths }],
};
