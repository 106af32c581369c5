import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  hotelInput,
  hotelOutput,
  listOutput,
  moveInput,
  nightsInput,
  ownRoomInput,
  ownRoomOutput,
  pinInput,
  roomsOutput,
  searchOutput,
  sendInput,
  sleeperInput,
  sleeperOutput,
} from './rooms.schema.js';

const tags = ['Rooms'];
const problems = problemsAbout('room');
const string = z.string();
const visit = z.object({ id: string.meta({ description: 'The visit, by its id or its name.' }) });
const hotel = visit.extend({ hotelId: string });
const sleeper = visit.extend({ sleeperId: string });
const search = visit.extend({ searchId: string });
const link = z.object({ secret: string.meta({ description: 'From the link that was given to them.' }) });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly input?: z.ZodType;
  /** Whoever has the link; otherwise staff. */
  readonly isOpen?: boolean;
}

const about = ({ operationId, summary, isOpen = false }: Omit<Operation, 'output'>) => ({
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

const posts = (operation: Operation & { readonly status?: 200 | 201 }) => ({
  ...about(operation),
  requestParams: { path: operation.path, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
  ...(operation.input !== undefined && { requestBody: body(operation.input) }),
  responses: {
    [operation.status ?? 201]: json('As it is now.', operation.output),
    ...problems(400, 403, 404, 409, 413, 415, 422),
  },
});

const replaces = (operation: Operation & { readonly input: z.ZodType; readonly of?: string }) => ({
  ...about(operation),
  requestParams: {
    path: operation.path,
    ...(operation.of !== undefined && { header: z.object({ 'If-Match': ifMatch(operation.of) }) }),
  },
  requestBody: body(operation.input),
  responses: {
    200: json('As it is now.', operation.output, operation.of === undefined ? undefined : etag),
    ...problems(400, 403, 404, 409, 413, 415, 422),
    ...(operation.of !== undefined && problems(412, 428)),
  },
});

const removes = (operation: Omit<Operation, 'output'>) => ({
  ...about(operation),
  requestParams: { path: operation.path },
  responses: { 204: { description: 'It is gone.' }, ...problems(403, 404) },
});

const rooms = `${apiPath}/visits/{id}/rooms`;
const oneHotel = `${rooms}/hotels/{hotelId}`;
const onePerson = `${rooms}/people/{sleeperId}`;
const own = `${apiPath}/traveller-links/{secret}/rooming`;

const paths: ZodOpenApiPathsObject = {
  [rooms]: {
    get: reads({
      operationId: 'readRooms',
      summary: 'Hotels, who needs a room, who sleeps where, and the rules that this breaks',
      path: visit,
      output: roomsOutput,
    }),
  },
  [`${rooms}/searches`]: {
    post: posts({
      operationId: 'searchRooms',
      summary: 'Search for the best rooms; what is found takes the place of those there are',
      path: visit,
      output: searchOutput,
    }),
  },
  [`${rooms}/searches/{searchId}`]: {
    get: reads({
      operationId: 'readRoomSearch',
      summary: 'How a search stands',
      path: search,
      output: searchOutput,
    }),
  },
  [`${rooms}/searches/{searchId}/cancel`]: {
    post: posts({
      operationId: 'cancelRoomSearch',
      summary: 'Stop a search; the rooms stay as they were',
      path: search,
      output: searchOutput,
      status: 200,
    }),
  },
  [`${rooms}/hotels`]: {
    post: posts({
      operationId: 'addHotel',
      summary: 'Add a hotel with its rooms',
      path: visit,
      input: hotelInput,
      output: hotelOutput,
    }),
  },
  [oneHotel]: {
    put: replaces({
      operationId: 'changeHotel',
      summary: 'Change a hotel; a kind of room that is left out goes, with those who have one',
      path: hotel,
      input: hotelInput,
      output: hotelOutput,
      of: 'hotel',
    }),
    delete: removes({ operationId: 'removeHotel', summary: 'Remove a hotel', path: hotel }),
  },
  [`${oneHotel}/nights`]: {
    put: replaces({
      operationId: 'setHotelNights',
      summary: 'Say how many rooms there are in single nights',
      path: hotel,
      input: nightsInput,
      output: hotelOutput,
      of: 'hotel',
    }),
  },
  [`${oneHotel}/list`]: {
    get: reads({
      operationId: 'readRoomingList',
      summary: 'A hotel’s rooming list, with what changed since the last that was sent',
      path: hotel,
      output: listOutput,
    }),
  },
  [`${oneHotel}/lists`]: {
    post: posts({
      operationId: 'sendRoomingList',
      summary: 'Keep the list as it is now as one that was sent',
      path: hotel,
      input: sendInput,
      output: listOutput,
      status: 200,
    }),
  },
  [`${rooms}/people`]: {
    post: posts({
      operationId: 'addSleeper',
      summary: 'Add a driver or another who is no traveller',
      path: visit,
      input: sleeperInput,
      output: sleeperOutput,
    }),
  },
  [onePerson]: {
    put: replaces({
      operationId: 'changeSleeper',
      summary: 'Say what somebody needs of a room',
      path: sleeper,
      input: sleeperInput,
      output: sleeperOutput,
      of: 'person',
    }),
    delete: removes({
      operationId: 'removeSleeper',
      summary: 'Remove somebody who is no traveller',
      path: sleeper,
    }),
  },
  [`${onePerson}/stays`]: {
    put: replaces({
      operationId: 'moveSleeper',
      summary: 'Move somebody to a room for some nights; refused where that breaks a rule',
      path: sleeper,
      input: moveInput,
      output: sleeperOutput,
    }),
  },
  [`${onePerson}/pin`]: {
    put: replaces({
      operationId: 'pinSleeper',
      summary: 'Pin somebody to a hotel or a kind of room there, or take that back',
      path: sleeper,
      input: pinInput,
      output: sleeperOutput,
    }),
  },
  [own]: {
    get: reads({
      operationId: 'readOwnRoom',
      summary: 'What a traveller said of the room that they need',
      path: link,
      output: ownRoomOutput,
      isOpen: true,
    }),
    put: replaces({
      operationId: 'sayOwnRoom',
      summary: 'Say what you need of a room',
      path: link,
      input: ownRoomInput,
      output: ownRoomOutput,
      of: 'room',
      isOpen: true,
    }),
  },
};

/** Hotels, who sleeps where, and rooming lists, for programs. */
export const roomsApi: ApiPart = { tags, paths };
