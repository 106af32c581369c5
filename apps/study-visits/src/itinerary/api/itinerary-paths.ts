import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  cancelInput,
  itemInput,
  itemOutput,
  itineraryOutput,
  mapOutput,
  membersInput,
  ownCalendarInput,
  ownCalendarOutput,
  ownDaysOutput,
  ownSeenInput,
  publicationOutput,
  publicationsOutput,
  publishInput,
  seenOutput,
  shareInput,
  splitInput,
  splitOutput,
} from './itinerary.schema.js';

const tags = ['Itineraries'];
const problems = problemsAbout('item');
const string = z.string();
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const visit = z.object({ id: string.meta({ description: 'The visit, by its id or its name.' }) });
const item = visit.extend({ itemId: string });
const split = visit.extend({ splitId: string });
const link = z.object({ secret: string.meta({ description: 'From the link that was mailed to them.' }) });

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
  readonly output: z.ZodType;
  readonly input?: z.ZodType;
  readonly status?: 200 | 201;
  /** Who has the link; otherwise staff. */
  readonly isOpen?: boolean;
}

const about = ({
  operationId,
  summary,
  isOpen = false,
}: Pick<Operation, 'operationId' | 'summary' | 'isOpen'>) => ({
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

const replaces = (operation: Operation & { readonly input: z.ZodType; readonly what: string }) => ({
  ...about(operation),
  requestParams: { path: operation.path, header: z.object({ 'If-Match': ifMatch(operation.what) }) },
  requestBody: body(operation.input),
  responses: {
    200: json('As it is now.', operation.output, etag),
    ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

const removes = (operation: Pick<Operation, 'operationId' | 'summary' | 'path'>) => ({
  ...about(operation),
  requestParams: { path: operation.path },
  responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
});

const base = `${apiPath}/visits/{id}/itinerary`;
const one = `${base}/items/{itemId}`;
const oneSplit = `${base}/splits/{splitId}`;
const own = `${apiPath}/traveller-links/{secret}/days`;

const paths: ZodOpenApiPathsObject = {
  [base]: {
    get: reads({
      operationId: 'readItinerary',
      summary: 'All that is planned, with what the checks find',
      path: visit,
      output: itineraryOutput,
    }),
  },
  [`${base}/items`]: {
    post: writes({
      operationId: 'addItineraryItem',
      summary: 'Plan something; travellers read it once it is published',
      path: visit,
      input: itemInput,
      output: itemOutput,
      status: 201,
    }),
  },
  [one]: {
    get: reads({ operationId: 'readItineraryItem', summary: 'One item', path: item, output: itemOutput }),
    put: replaces({
      operationId: 'changeItineraryItem',
      summary: 'Replace what it says',
      path: item,
      input: itemInput,
      output: itemOutput,
      what: 'item',
    }),
    delete: removes({
      operationId: 'deleteItineraryItem',
      summary: 'Delete one that was never published',
      path: item,
    }),
  },
  [`${one}/cancellation`]: {
    post: writes({
      operationId: 'cancelItineraryItem',
      summary: 'Cancel it',
      path: item,
      input: cancelInput,
      output: itemOutput,
    }),
  },
  [`${one}/restoration`]: {
    post: writes({
      operationId: 'restoreItineraryItem',
      summary: 'Plan it again',
      path: item,
      output: itemOutput,
    }),
  },
  [`${base}/splits`]: {
    post: writes({
      operationId: 'addItinerarySplit',
      summary: 'Split the party into groups',
      path: visit,
      input: splitInput,
      output: splitOutput,
      status: 201,
    }),
  },
  [oneSplit]: {
    get: reads({
      operationId: 'readItinerarySplit',
      summary: 'A split, and who is in which group',
      path: split,
      output: splitOutput,
    }),
    put: replaces({
      operationId: 'changeItinerarySplit',
      summary: 'Replace what it and its groups are called',
      path: split,
      input: splitInput,
      output: splitOutput,
      what: 'split',
    }),
    delete: removes({
      operationId: 'deleteItinerarySplit',
      summary: 'Delete one for whose groups nothing is planned',
      path: split,
    }),
  },
  [`${oneSplit}/members`]: {
    put: replaces({
      operationId: 'assignItineraryGroups',
      summary: 'Say who is in which group; whoever is left out is in none',
      path: split,
      input: membersInput,
      output: splitOutput,
      what: 'split',
    }),
  },
  [`${oneSplit}/sharing`]: {
    post: writes({
      operationId: 'shareOutItineraryGroups',
      summary: 'Share everybody out evenly',
      path: split,
      input: shareInput,
      output: splitOutput,
    }),
  },
  [`${base}/publications`]: {
    get: reads({
      operationId: 'listItineraryPublications',
      summary: 'All published versions, the latest first',
      path: visit,
      output: publicationsOutput,
    }),
    post: writes({
      operationId: 'publishItinerary',
      summary: 'Publish it and tell those whose own days are different; 409 `nothing-new` when nothing is',
      path: visit,
      input: publishInput,
      output: publicationOutput,
      status: 201,
    }),
  },
  [`${base}/seen`]: {
    get: reads({
      operationId: 'listItinerarySeen',
      summary: 'Who has seen the latest that they were told',
      path: visit,
      output: seenOutput,
    }),
  },
  [`${base}/map`]: {
    get: reads({
      operationId: 'readItineraryMap',
      summary: 'Where the visit goes',
      path: visit,
      output: mapOutput,
    }),
  },
  [`${apiPath}/traveller-links/{secret}/map`]: {
    get: reads({
      operationId: 'readOwnMap',
      summary: 'Where a traveller goes',
      path: link,
      output: mapOutput,
      isOpen: true,
    }),
  },
  [`${apiPath}/traveller-links/{secret}/calendar`]: {
    get: reads({
      operationId: 'readOwnCalendar',
      summary: 'The address of a traveller’s own calendar',
      path: link,
      output: ownCalendarOutput,
      isOpen: true,
    }),
    post: {
      ...about({
        operationId: 'makeOwnCalendar',
        summary: 'Have an address, or another one in place of it; sent again, it makes no third one',
        isOpen: true,
      }),
      requestParams: { path: link },
      requestBody: body(ownCalendarInput),
      responses: { 200: json('As it is now.', ownCalendarOutput), ...problems(400, 403, 404, 413, 415, 422) },
    },
  },
  [own]: {
    get: reads({
      operationId: 'readOwnDays',
      summary: 'What is planned for a traveller',
      path: link,
      output: ownDaysOutput,
      isOpen: true,
    }),
  },
  [`${own}/seen`]: {
    post: {
      ...about({ operationId: 'seeOwnDays', summary: 'Say that it was seen', isOpen: true }),
      requestParams: { path: link },
      requestBody: body(ownSeenInput),
      responses: { 200: json('As it is now.', ownDaysOutput), ...problems(400, 403, 404, 413, 415, 422) },
    },
  },
};

/** Itineraries, for programs. */
export const itineraryApi: ApiPart = { tags, paths };
