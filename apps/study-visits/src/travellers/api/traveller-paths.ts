import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  leaderInput,
  organisationTravellersOutput,
  ownTravelOutput,
  replaceInput,
  travellerOutput,
  travellersOutput,
  withdrawInput,
} from './traveller.schema.js';

const tags = ['Travellers'];
const problems = problemsAbout('traveller');
const string = z.string();
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const visit = z.object({
  id: string.meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const traveller = visit.extend({ travellerId: string });
const link = z.object({
  secret: string.meta({ description: 'From the link that was mailed to them alone.' }),
});

interface Writing {
  readonly operationId: string;
  readonly summary: string;
  readonly input: z.ZodType;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly status?: 200 | 201;
  readonly isOpen?: boolean;
}

const writes = ({ operationId, summary, input, path, output, status = 200, isOpen = false }: Writing) => ({
  post: {
    tags,
    security: isOpen ? anybody : tokenNeeded,
    operationId,
    summary,
    requestParams: { path, header },
    requestBody: body(input),
    responses: {
      [status]: json('As it is now.', output),
      ...problems(400, 403, 404, 409, 413, 415, 422),
    },
  },
});

const organisation = z.object({ organisationId: string });
const travellers = `${apiPath}/visits/{id}/travellers`;
const theirs = `${apiPath}/organisations/{organisationId}/travellers`;
const own = `${apiPath}/traveller-links/{secret}`;

const paths: ZodOpenApiPathsObject = {
  [theirs]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'listOrganisationTravellers',
      summary: 'Who travels for an organisation, for those who book for it',
      requestParams: { path: organisation },
      responses: {
        200: json('Whoever travels, and who has withdrawn.', organisationTravellersOutput),
        ...problems(403, 404),
      },
    },
  },
  [`${theirs}/{travellerId}/withdraw`]: writes({
    operationId: 'withdrawOrganisationTraveller',
    summary: 'Take somebody of the organisation off those who travel, by the visit’s stated rules',
    input: withdrawInput,
    path: organisation.extend({ travellerId: string }),
    output: organisationTravellersOutput,
  }),
  [`${theirs}/{travellerId}/replace`]: writes({
    operationId: 'replaceOrganisationTraveller',
    summary: 'Put a colleague in the place of somebody of the organisation',
    input: replaceInput,
    path: organisation.extend({ travellerId: string }),
    output: organisationTravellersOutput,
  }),
  [travellers]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'listTravellers',
      summary: 'Who travels, and who has withdrawn, for staff',
      requestParams: { path: visit },
      responses: { 200: json('By number.', travellersOutput), ...problems(403, 404) },
    },
    ...writes({
      operationId: 'addLeader',
      summary: 'Add somebody who leads the visit and takes no place',
      input: leaderInput,
      path: visit,
      output: travellerOutput,
      status: 201,
    }),
  },
  [`${travellers}/{travellerId}/withdraw`]: writes({
    operationId: 'withdrawTraveller',
    summary: 'Take somebody off those who travel; the place goes to the next reserve',
    input: withdrawInput,
    path: traveller,
    output: travellerOutput,
  }),
  [`${travellers}/{travellerId}/replace`]: writes({
    operationId: 'replaceTraveller',
    summary: 'Put somebody of the same organisation in their place; answers who travels now',
    input: replaceInput,
    path: traveller,
    output: travellerOutput,
    status: 201,
  }),
  [own]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readOwnPlace',
      summary: 'A traveller’s own place, and what withdrawing today would cost',
      requestParams: { path: link },
      responses: { 200: json('As it is.', ownTravelOutput, etag), ...problems(404) },
    },
  },
  [`${own}/withdraw`]: writes({
    operationId: 'withdrawOwnTravel',
    summary: 'Withdraw, by the visit’s stated rules',
    input: withdrawInput,
    path: link,
    output: ownTravelOutput,
    isOpen: true,
  }),
  [`${own}/replace`]: writes({
    operationId: 'replaceOwnTravel',
    summary: 'Name a colleague of the same organisation who comes in one’s place',
    input: replaceInput,
    path: link,
    output: ownTravelOutput,
    isOpen: true,
  }),
};

/** Who travels, for programs. */
export const travellersApi: ApiPart = { tags, paths };
