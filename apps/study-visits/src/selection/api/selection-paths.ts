import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  assessmentOutput,
  assessmentsOutput,
  assessorInput,
  criteriaInput,
  overrideInput,
  publicSelectionOutput,
  runInput,
  scoreInput,
  selectionOutput,
} from './selection.schema.js';

const tags = ['Selection'];
const problems = problemsAbout('selection');
const string = z.string();
const visit = z.object({
  id: string.meta({ description: 'The visit, by its id or its name in addresses.' }),
});
const own = z.object({ visitId: string });
const base = `${apiPath}/visits/{id}/selection`;

interface Step {
  readonly operationId: string;
  readonly summary: string;
  readonly input?: z.ZodType;
  readonly path?: z.ZodObject;
  /** Whether it names the version that was read. */
  readonly isSeen?: boolean;
}

/** A step of staff; the answer is the selection as it is then. */
const step = ({ operationId, summary, input, path = visit, isSeen = false }: Step) => ({
  post: {
    tags,
    security: tokenNeeded,
    operationId,
    summary,
    requestParams: {
      path,
      header: z.object({
        'Idempotency-Key': idempotencyKey,
        ...(isSeen && { 'If-Match': ifMatch('selection') }),
      }),
    },
    ...(input !== undefined && { requestBody: body(input) }),
    responses: {
      200: json('The selection as it is now.', selectionOutput, etag),
      ...problems(400, 403, 404, 409, 413, 415, 422, ...(isSeen ? ([412, 428] as const) : [])),
    },
  },
});

const paths: ZodOpenApiPathsObject = {
  [base]: {
    get: {
      tags,
      security: anybody,
      operationId: 'readPublicSelection',
      summary: 'How places are given and, once applicants have been told, the result by code, without names',
      requestParams: { path: visit },
      responses: { 200: json('As it is.', publicSelectionOutput), ...problems(404) },
    },
  },
  [`${base}/steps`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'readSelection',
      summary: 'How far it is, and the result with names, for staff',
      requestParams: { path: visit },
      responses: { 200: json('As it is.', selectionOutput, etag), ...problems(403, 404) },
    },
  },
  [`${base}/criteria`]: {
    put: {
      tags,
      security: tokenNeeded,
      operationId: 'replaceSelectionCriteria',
      summary: 'Replace what applications are scored by; 409 `scoring-begun` once somebody has scored one',
      requestParams: { path: visit, header: z.object({ 'If-Match': ifMatch('selection') }) },
      requestBody: body(criteriaInput),
      responses: {
        200: json('The selection as it is now.', selectionOutput, etag),
        ...problems(400, 403, 404, 409, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${base}/assessors`]: step({
    operationId: 'addAssessor',
    summary: 'Name somebody known to the site as assessor',
    input: assessorInput,
  }),
  [`${base}/assessors/{assessorId}`]: {
    delete: {
      tags,
      security: tokenNeeded,
      operationId: 'removeAssessor',
      summary: 'Take an assessor off, with what they scored',
      requestParams: { path: visit.extend({ assessorId: string }) },
      responses: { 204: { description: 'It is gone.' }, ...problems(403, 404, 409) },
    },
  },
  [`${base}/seed`]: step({
    operationId: 'publishSeed',
    summary: 'Make and publish the seed of the draw; 409 `applications-closed` once applications are closed',
  }),
  [`${base}/close-scoring`]: step({
    operationId: 'closeScoring',
    summary: 'Close scoring for good; 409 `not-scored` while an application has no score',
  }),
  [`${base}/run`]: step({
    operationId: 'runSelection',
    summary: 'Run the selection, for the first time or again; nobody is told',
    input: runInput,
    isSeen: true,
  }),
  [`${base}/outcomes/{applicationId}`]: step({
    operationId: 'overrideOutcome',
    summary: 'Decide otherwise than the rules for one application, with a reason',
    input: overrideInput,
    path: visit.extend({ applicationId: string }),
    isSeen: true,
  }),
  [`${base}/tell`]: step({
    operationId: 'tellSelection',
    summary: 'Tell all applicants, and offer the places; once: then 409 `selection-told`',
    isSeen: true,
  }),
  [`${apiPath}/assessments`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'listAssessments',
      summary: 'Visits for which you score applications',
      responses: { 200: json('As it is.', assessmentsOutput), ...problems(403) },
    },
  },
  [`${apiPath}/assessments/{visitId}`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'readAssessment',
      summary: 'What you score for a visit, and what you gave',
      requestParams: { path: own },
      responses: { 200: json('As it is.', assessmentOutput), ...problems(403, 404) },
    },
  },
  [`${apiPath}/assessments/{visitId}/applications/{applicationId}`]: {
    put: {
      tags,
      security: tokenNeeded,
      operationId: 'scoreApplication',
      summary: 'Score an application, in place of what you gave before',
      requestParams: { path: own.extend({ applicationId: string }) },
      requestBody: body(scoreInput),
      responses: {
        200: json('What you score, as it is now.', assessmentOutput),
        ...problems(400, 403, 404, 409, 413, 415, 422),
      },
    },
  },
};

/** The selection for a visit, for programs. */
export const selectionApi: ApiPart = { tags, paths };
