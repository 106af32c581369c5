import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  answerInput,
  arrivedInput,
  briefingInput,
  budgetInput,
  eventInput,
  eventOutput,
  eventsOutput,
  guestOutput,
  guestsInput,
  guestsOutput,
  hostedOutput,
  invitationOutput,
  invitedOutput,
  programmeOutput,
  statusInput,
} from './event.schema.js';

const tags = ['Events on stands'];
const problems = problemsAbout('event');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const string = z.string();
const exhibition = z.object({ id: string.meta({ description: 'The exhibition, by its id or its name.' }) });
const event = exhibition.extend({ eventId: string });
const guest = event.extend({ guestId: string });
const link = z.object({ secret: string.meta({ description: 'From the link that was mailed to them.' }) });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly input?: z.ZodType;
  readonly status?: 200 | 201;
  /** Who has the link, or everybody; otherwise staff. */
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

const removes = (operation: Omit<Operation, 'output'>) => ({
  ...about({ ...operation, output: z.null() }),
  requestParams: { path: operation.path },
  responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
});

const events = `${apiPath}/exhibitions/{id}/events`;
const one = `${events}/{eventId}`;
const hosted = `${apiPath}/team-links/{secret}/events`;
const hostedPath = link.extend({ eventId: string });

const paths: ZodOpenApiPathsObject = {
  [`${apiPath}/exhibitions/{id}/programme`]: {
    get: reads({
      operationId: 'readProgramme',
      summary: 'Events that you may hear of',
      path: exhibition,
      output: programmeOutput,
      isOpen: true,
    }),
  },
  [events]: {
    get: reads({
      operationId: 'listStandEvents',
      summary: 'All events',
      path: exhibition,
      output: eventsOutput,
    }),
    post: writes({
      operationId: 'addStandEvent',
      summary: 'Add an event, as a draft; the hosts that it needs become a shift',
      path: exhibition,
      input: eventInput,
      output: eventOutput,
      status: 201,
    }),
  },
  [one]: {
    get: reads({ operationId: 'readStandEvent', summary: 'An event', path: event, output: eventOutput }),
    put: {
      ...about({
        operationId: 'changeStandEvent',
        summary: 'Replace what it says',
        path: event,
        output: eventOutput,
      }),
      requestParams: { path: event, header: z.object({ 'If-Match': ifMatch('event') }) },
      requestBody: body(eventInput),
      responses: {
        200: json('As it is now.', eventOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
    delete: removes({ operationId: 'deleteStandEvent', summary: 'Delete a draft', path: event }),
  },
  [`${one}/status`]: {
    post: writes({
      operationId: 'stepStandEvent',
      summary: 'Publish it, or call it off',
      path: event,
      input: statusInput,
      output: eventOutput,
    }),
  },
  [`${one}/budget`]: {
    post: writes({
      operationId: 'decideStandEventBudget',
      summary: 'Approve or refuse its budget',
      path: event,
      input: budgetInput,
      output: eventOutput,
    }),
  },
  [`${one}/briefing`]: {
    put: {
      ...about({
        operationId: 'briefHosts',
        summary: 'Replace the briefing and who reads it',
        path: event,
        output: eventOutput,
      }),
      requestParams: { path: event },
      requestBody: body(briefingInput),
      responses: {
        200: json('As it is now.', eventOutput, etag),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
  [`${one}/guests`]: {
    get: reads({ operationId: 'listGuests', summary: 'Its guests', path: event, output: guestsOutput }),
    post: writes({
      operationId: 'inviteGuests',
      summary: 'Invite people',
      path: event,
      input: guestsInput,
      output: invitedOutput,
      status: 201,
    }),
  },
  [`${one}/guests/{guestId}`]: {
    delete: removes({
      operationId: 'removeGuest',
      summary: 'Take a guest off the list, and tell them',
      path: guest,
    }),
  },
  [`${one}/guests/{guestId}/arrived`]: {
    post: writes({
      operationId: 'tickGuest',
      summary: 'Tick a guest off, or take that back',
      path: guest,
      input: arrivedInput,
      output: guestOutput,
    }),
  },
  [`${apiPath}/event-links/{secret}`]: {
    get: reads({
      operationId: 'readInvitation',
      summary: 'What a guest is invited to',
      path: link,
      output: invitationOutput,
      isOpen: true,
    }),
    post: writes({
      operationId: 'answerInvitation',
      summary: 'Say whether one comes; 409 `event-full` when no place is left',
      path: link,
      input: answerInput,
      output: invitationOutput,
      isOpen: true,
    }),
  },
  [hosted]: {
    get: reads({
      operationId: 'listHostedEvents',
      summary: 'Events that a volunteer hosts',
      path: link,
      output: programmeOutput,
      isOpen: true,
    }),
  },
  [`${hosted}/{eventId}`]: {
    get: reads({
      operationId: 'readHostedEvent',
      summary: 'Briefing and guests, for its hosts alone',
      path: hostedPath,
      output: hostedOutput,
      isOpen: true,
    }),
  },
  [`${hosted}/{eventId}/guests/{guestId}/arrived`]: {
    post: writes({
      operationId: 'tickGuestAsHost',
      summary: 'Tick a guest off, or take that back',
      path: hostedPath.extend({ guestId: string }),
      input: arrivedInput,
      output: hostedOutput,
      isOpen: true,
    }),
  },
};

/** Events on stands, for programs. */
export const eventsApi: ApiPart = { tags, paths };
