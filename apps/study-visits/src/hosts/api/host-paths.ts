import { z } from 'zod';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  hostInput,
  hostOutput,
  hostsOutput,
  interpreterInput,
  interpreterOutput,
  interpretersOutput,
  mergeInput,
} from './host.schema.js';

const tags = ['Hosts and interpreters'];
const about = { tags, security: tokenNeeded };
const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });

interface Record {
  /** "host" */
  readonly what: string;
  /** "Host" */
  readonly named: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly list: z.ZodType;
}

/** All of a kind, and one of them. */
function pathsOf({ what, named, input, output, list }: Record) {
  const problems = problemsAbout(what);
  const path = z.object({ [`${what}Id`]: z.string() });
  return {
    [`${apiPath}/${what}s`]: {
      get: {
        ...about,
        operationId: `list${named}s`,
        summary: `All ${what}s, by name`,
        responses: { 200: json('All of them.', list), ...problems(403) },
      },
      post: {
        ...about,
        operationId: `add${named}`,
        summary: `Add ${what === 'host' ? 'a' : 'an'} ${what}`,
        requestParams: { header: keyHeader },
        requestBody: body(input),
        responses: { 201: json('As it is now.', output, etag), ...problems(400, 403, 409, 413, 415, 422) },
      },
    },
    [`${apiPath}/${what}s/{${what}Id}`]: {
      get: {
        ...about,
        operationId: `read${named}`,
        summary: `One ${what}`,
        requestParams: { path },
        responses: { 200: json('As it is.', output, etag), ...problems(403, 404) },
      },
      put: {
        ...about,
        operationId: `change${named}`,
        summary: 'Replace what is known of it',
        requestParams: { path, header: z.object({ 'If-Match': ifMatch(what) }) },
        requestBody: body(input),
        responses: {
          200: json('As it is now.', output, etag),
          ...problems(400, 403, 404, 412, 413, 415, 422, 428),
        },
      },
      delete: {
        ...about,
        operationId: `delete${named}`,
        summary: `Delete one that no itinerary needs; 409 \`${what === 'host' ? 'host-visited' : 'interpreter-booked'}\` otherwise`,
        requestParams: { path },
        responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
      },
    },
  };
}

/** Whom visits go to and who interprets, for programs. */
export const hostsApi: ApiPart = {
  tags,
  paths: {
    ...pathsOf({ what: 'host', named: 'Host', input: hostInput, output: hostOutput, list: hostsOutput }),
    [`${apiPath}/hosts/{hostId}/merge`]: {
      post: {
        ...about,
        operationId: 'mergeHosts',
        summary: 'Make one of two that are the same: what was planned here is planned at the other',
        requestParams: { path: z.object({ hostId: z.string() }), header: keyHeader },
        requestBody: body(mergeInput),
        responses: {
          200: json('The one that stays.', hostOutput, etag),
          ...problemsAbout('host')(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
    ...pathsOf({
      what: 'interpreter',
      named: 'Interpreter',
      input: interpreterInput,
      output: interpreterOutput,
      list: interpretersOutput,
    }),
  },
};
