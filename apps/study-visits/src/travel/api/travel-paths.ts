import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  cancelInput,
  driverCopyOutput,
  driverLinkOutput,
  driverLinksOutput,
  legInput,
  legOutput,
  legsOutput,
  listInput,
  listOutput,
  manifestOutput,
  onePlaceInput,
  ownLegsOutput,
  ownTravelInput,
  ownTravelOutput,
  placesInput,
  tellOutput,
  toldOutput,
  travelOutput,
} from './travel.schema.js';

const tags = ['Travel'];
const problems = problemsAbout('leg');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const string = z.string();
const visit = z.object({ id: string.meta({ description: 'The visit, by its id or its name.' }) });
const leg = visit.extend({ legId: string });
const place = leg.extend({ travellerId: string });
const traveller = visit.extend({ travellerId: string });
const link = z.object({ secret: string.meta({ description: 'From the link that was given to them.' }) });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly input?: z.ZodType;
  readonly status?: 200 | 201;
  /** Whoever has the link; otherwise staff. */
  readonly isOpen?: boolean;
}

const about = ({ operationId, summary, isOpen = false }: Operation) => ({
  tags,
  security: isOpen ? anybody : tokenNeeded,
  operationId,
  summary,
});

const reads = (operation: Operation) => ({
  ...about(operation),
  requestParams: { path: operation.path },
  responses: { 200: json('As it is.', operation.output), ...problems(403, 404) },
});

const writes = (operation: Operation) => ({
  ...about(operation),
  requestParams: { path: operation.path, header },
  ...(operation.input !== undefined && { requestBody: body(operation.input) }),
  responses: {
    [operation.status ?? 200]: json('As it is now.', operation.output),
    ...problems(400, 403, 404, 409, 413, 415, 422),
  },
});

const replaces = (operation: Operation & { readonly input: z.ZodType }) => ({
  ...about(operation),
  requestParams: { path: operation.path },
  requestBody: body(operation.input),
  responses: {
    200: json('As it is now.', operation.output),
    ...problems(400, 403, 404, 409, 413, 415, 422),
  },
});

/** The same of what has a version. */
const changes = (operation: Operation & { readonly input: z.ZodType }) => ({
  ...replaces(operation),
  requestParams: { path: operation.path, header: z.object({ 'If-Match': ifMatch('leg') }) },
  responses: {
    200: json('As it is now.', operation.output, etag),
    ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

const removes = (operation: Omit<Operation, 'output'>) => ({
  ...about({ ...operation, output: z.null() }),
  requestParams: { path: operation.path },
  responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
});

const legs = `${apiPath}/visits/{id}/legs`;
const one = `${legs}/{legId}`;
const own = `${apiPath}/visits/{id}/travellers/{travellerId}/own-travel`;
const telling = `${apiPath}/visits/{id}/travel/telling`;

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/visits/{id}/travel`]: {
    get: reads({
      operationId: 'readTravel',
      summary: 'Who travels how, who has no way there or home, and which changes are too short',
      path: visit,
      output: travelOutput,
    }),
  },
  [telling]: {
    get: reads({
      operationId: 'readTravelTelling',
      summary: 'Who was told of their legs, and who has news',
      path: visit,
      output: tellOutput,
    }),
    post: writes({
      operationId: 'tellTravel',
      summary: 'Write to everybody who has not been told what there is now',
      path: visit,
      output: toldOutput,
    }),
  },
  [`${apiPath}/visits/{id}/travel/list`]: {
    post: writes({
      operationId: 'takeBookingList',
      summary: 'Look at a CSV list of who is on which leg, or write all of it; 422 where it has a problem',
      path: visit,
      input: listInput,
      output: listOutput,
    }),
  },
  [legs]: {
    get: reads({ operationId: 'listLegs', summary: 'All legs', path: visit, output: legsOutput }),
    post: writes({
      operationId: 'addLeg',
      summary: 'Add a leg',
      path: visit,
      input: legInput,
      output: legOutput,
      status: 201,
    }),
  },
  [one]: {
    get: reads({
      operationId: 'readLeg',
      summary: 'A leg, and who is on it',
      path: leg,
      output: legOutput,
    }),
    put: changes({
      operationId: 'changeLeg',
      summary: 'Replace what it says',
      path: leg,
      input: legInput,
      output: legOutput,
    }),
  },
  [`${one}/cancel`]: {
    post: writes({
      operationId: 'cancelLeg',
      summary: 'Cancel it, with the reason',
      path: leg,
      input: cancelInput,
      output: legOutput,
    }),
  },
  [`${one}/travellers`]: {
    put: changes({
      operationId: 'replaceLegTravellers',
      summary: 'Replace who is on it; 422 `leg-full` where there are more people than seats',
      path: leg,
      input: placesInput,
      output: legOutput,
    }),
  },
  [`${one}/everybody`]: {
    post: writes({
      operationId: 'putEverybodyOnLeg',
      summary: 'Put everybody on it but those who look after their own way',
      path: leg,
      output: legOutput,
    }),
  },
  [`${one}/travellers/{travellerId}`]: {
    put: replaces({
      operationId: 'putOnLeg',
      summary: 'Put somebody on it, or change what is booked for them',
      path: place,
      input: onePlaceInput,
      output: legOutput,
    }),
    delete: removes({ operationId: 'takeOffLeg', summary: 'Take somebody off it', path: place }),
  },
  [`${one}/manifest`]: {
    get: reads({
      operationId: 'readManifest',
      summary: 'Who is on it by their seats, and what changed since it was sent',
      path: leg,
      output: manifestOutput,
    }),
  },
  [`${one}/manifest/sent`]: {
    post: writes({
      operationId: 'noteManifestSent',
      summary: 'Note that it was sent as it is now',
      path: leg,
      output: manifestOutput,
    }),
  },
  [`${one}/driver-links`]: {
    get: reads({
      operationId: 'listDriverLinks',
      summary: 'Links that lead to the driver’s copy now',
      path: leg,
      output: driverLinksOutput,
    }),
    post: {
      ...about({
        operationId: 'makeDriverLink',
        summary: 'Make one, or have the one that there is; it ends a day after the arrival',
        path: leg,
        output: driverLinkOutput,
      }),
      requestParams: { path: leg },
      responses: { 201: json('It leads there.', driverLinkOutput), ...problems(403, 404, 409) },
    },
  },
  [`${one}/driver-links/{linkId}`]: {
    delete: removes({
      operationId: 'endDriverLink',
      summary: 'End it',
      path: leg.extend({ linkId: string }),
    }),
  },
  [own]: {
    get: reads({
      operationId: 'readOwnTravel',
      summary: 'What a traveller does on their own',
      path: traveller,
      output: ownTravelOutput,
    }),
    put: replaces({
      operationId: 'saveOwnTravel',
      summary: 'Replace it',
      path: traveller,
      input: ownTravelInput,
      output: ownTravelOutput,
    }),
  },
  [`${apiPath}/traveller-links/{secret}/travel`]: {
    get: reads({
      operationId: 'readOwnLegs',
      summary: 'A traveller’s own journey',
      path: link,
      output: ownLegsOutput,
      isOpen: true,
    }),
  },
  [`${apiPath}/traveller-links/{secret}/own-travel`]: {
    put: replaces({
      operationId: 'saySelfTravel',
      summary: 'Say which ways one looks after oneself',
      path: link,
      input: ownTravelInput,
      output: ownTravelOutput,
      isOpen: true,
    }),
  },
  [`${apiPath}/driver-links/{secret}`]: {
    get: reads({
      operationId: 'readDriversCopy',
      summary: 'What a driver reads of a manifest',
      path: link,
      output: driverCopyOutput,
      isOpen: true,
    }),
  },
};

/** How everybody travels, for programs. */
export const travelApi: ApiPart = { tags, paths };
