import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, idempotencyKey, json, problemsAbout, tokenNeeded } from '#platform';
import { seenOutput } from '../../itinerary/api/itinerary.schema.js';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  liveChangeInput,
  liveChangeOutput,
  liveChangesOutput,
  livePreviewOutput,
  livePreviewQuery,
} from './live-change.schema.js';

const tags = ['Changes on the way'];
const problems = problemsAbout('change');
const string = z.string();
const visit = z.object({ id: string.meta({ description: 'The visit, by its id or its name.' }) });
const item = visit.extend({ itemId: string });
const about = (operationId: string, summary: string) => ({
  tags,
  security: tokenNeeded,
  operationId,
  summary,
});

const base = `${apiPath}/visits/{id}`;
const ofItem = `${base}/itinerary/items/{itemId}`;

const paths: ZodOpenApiPathsObject = {
  [`${base}/live-changes`]: {
    get: {
      ...about('listLiveChanges', 'What was changed on the way, the latest first'),
      requestParams: { path: visit },
      responses: { 200: json('As it is.', liveChangesOutput), ...problems(403, 404) },
    },
  },
  [`${base}/live-changes/{number}/seen`]: {
    get: {
      ...about('listLiveChangeSeen', 'Who has seen one of them'),
      requestParams: { path: visit.extend({ number: string }) },
      responses: { 200: json('As it is.', seenOutput), ...problems(403, 404) },
    },
  },
  [`${ofItem}/live-preview`]: {
    get: {
      ...about(
        'previewLiveChange',
        'What a change of one item would do, and whom it concerns; nothing is written',
      ),
      requestParams: { path: item, query: livePreviewQuery },
      responses: { 200: json('As it would be.', livePreviewOutput), ...problems(400, 403, 404, 422) },
    },
  },
  [`${ofItem}/live-changes`]: {
    post: {
      ...about(
        'changeItemLive',
        'Change one item, publish that one alone and tell those concerned; 409 `not-published`, `nothing-new`, `visit-ended`',
      ),
      requestParams: { path: item, header: z.object({ 'Idempotency-Key': idempotencyKey }) },
      requestBody: body(liveChangeInput),
      responses: {
        201: json('What was changed.', liveChangeOutput),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422),
      },
    },
  },
};

/** Changes on the way, for programs. */
export const liveChangesApi: ApiPart = { tags, paths };
