import { z } from 'zod';
import type { ZodOpenApiPathItemObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath } from '../../openapi/api-part.js';

/** One kind of thing that a conference offers, as the description of the API tells of it. */
export interface ThingPaths {
  /** Below the conference: "ticket-types". */
  readonly path: string;
  /** The name of a thing's id in the path. */
  readonly param: string;
  readonly tag: string;
  /** In operations' ids: "TicketType", "TicketTypes". */
  readonly name: string;
  readonly names: string;
  /** Within a sentence: "ticket or add-on". */
  readonly what: string;
  readonly many: string;
  readonly input: z.ZodType;
  /** What may change; the input unless given. */
  readonly edit?: z.ZodType;
  readonly output: z.ZodType;
  readonly list: z.ZodType;
  readonly query?: z.ZodObject;
  /** What making answers with, where that is not one thing. */
  readonly made?: z.ZodType;
  /** What deleting does; left out where things of the kind are not deleted. */
  readonly removal?: string;
}

const keyHeader = z.object({ 'Idempotency-Key': idempotencyKey });
const conferenceId = z.string().meta({ description: 'The conference.' });

/** The paths of a kind of thing: its list, and each of them. */
export function thingPaths(things: ThingPaths): ZodOpenApiPathsObject {
  const root = `${apiPath}/conferences/{id}/${things.path}`;
  return { [root]: listPath(things), [`${root}/{${things.param}}`]: onePath(things) };
}

const commonOf = ({ tag }: ThingPaths) => ({ tags: [tag], security: tokenNeeded });

function listPath(things: ThingPaths): ZodOpenApiPathItemObject {
  const { name, names, what, many, input, output, list, query, made } = things;
  const problems = problemsAbout(what);
  const path = z.object({ id: conferenceId });
  const location = etag.extend({ Location: z.string().meta({ description: `The new ${what}.` }) });
  return {
    get: {
      ...commonOf(things),
      operationId: `list${names}`,
      summary: `The ${many} of a conference`,
      requestParams: { path, ...(query && { query }) },
      responses: { 200: json(`The ${many}.`, list), ...problems(400, 403, 404) },
    },
    post: {
      ...commonOf(things),
      operationId: `add${made ? names : name}`,
      summary: made ? `Make ${many}` : `Add a ${what}`,
      requestParams: { path, header: keyHeader },
      requestBody: body(input),
      responses: {
        201: made ? json(`The ${many}.`, made) : json(`The ${what}.`, output, location),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  };
}

function onePath(things: ThingPaths): ZodOpenApiPathItemObject {
  const { name, what, param, input, edit = input, output, removal } = things;
  const problems = problemsAbout(what);
  const path = thingParams(param, what);
  return {
    get: {
      ...commonOf(things),
      operationId: `read${name}`,
      summary: `One ${what}`,
      requestParams: { path },
      responses: { 200: json(`The ${what}.`, output, etag), ...problems(403, 404) },
    },
    put: {
      ...commonOf(things),
      operationId: `edit${name}`,
      summary: `Replace what is said of a ${what}; what is sold stays as it was sold`,
      requestParams: { path, header: z.object({ 'If-Match': ifMatch(what) }) },
      requestBody: body(edit),
      responses: {
        200: json(`The ${what}.`, output, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
    ...(removal !== undefined && {
      delete: {
        ...commonOf(things),
        operationId: `remove${name}`,
        summary: removal,
        requestParams: { path },
        responses: { 204: { description: 'Done.' }, ...problems(403, 404, 409) },
      },
    }),
  };
}

const thingParams = (param: string, what: string) =>
  z.object({ id: conferenceId, [param]: z.string().meta({ description: `The ${what}.` }) });

/** A step of one thing: a POST that answers with the thing. */
export function stepPath(
  things: ThingPaths,
  step: {
    readonly name: string;
    readonly operationId: string;
    readonly summary: string;
    readonly input?: z.ZodType;
  },
): ZodOpenApiPathsObject {
  const { path, param, what, output } = things;
  return {
    [`${apiPath}/conferences/{id}/${path}/{${param}}/${step.name}`]: {
      post: {
        ...commonOf(things),
        operationId: step.operationId,
        summary: step.summary,
        requestParams: { path: thingParams(param, what), header: keyHeader },
        ...(step.input && { requestBody: body(step.input) }),
        responses: {
          200: json(`The ${what}.`, output, etag),
          ...problemsAbout(what)(400, 403, 404, 409, 413, 415, 422),
        },
      },
    },
  };
}

/** The order of all things of a kind. */
export function orderPath(things: ThingPaths): ZodOpenApiPathsObject {
  const { path, names, many, list } = things;
  return {
    [`${apiPath}/conferences/{id}/${path}/order`]: {
      put: {
        ...commonOf(things),
        operationId: `order${names}`,
        summary: `Put the ${many} in another order`,
        requestParams: { path: z.object({ id: conferenceId }) },
        requestBody: body(orderInput),
        responses: {
          200: json(`The ${many}, in their new order.`, list),
          ...problemsAbout(many)(403, 404, 409, 413, 415, 422),
        },
      },
    },
  };
}

export const orderInput = z
  .strictObject({ ids: z.array(z.string()).max(1000).meta({ description: 'All of them, each once.' }) })
  .meta({ id: 'NewOrder' });
