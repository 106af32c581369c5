import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';
import { apiPath, type ApiPart } from '../../openapi/api-part.js';
import {
  emergencyTextInput,
  emergencyTextOutput,
  issuedOutput,
  makingOutput,
  ownKindNames,
  ownPaperOutput,
} from './papers.schema.js';

const tags = ['Papers'];
const problems = problemsAbout('paper');
const header = z.object({ 'Idempotency-Key': idempotencyKey });
const link = z.object({
  secret: z.string().meta({ description: 'From the link that was mailed to them.' }),
});
const visit = z.object({ id: z.string().meta({ description: 'The visit, by its id or its name.' }) });
const making = visit.extend({ makingId: z.string() });
const one = visit.extend({
  travellerId: z.string(),
  kind: z.enum(Object.keys(ownKindNames)),
});

const own = (operationId: string, summary: string) => ({
  get: {
    tags,
    security: anybody,
    operationId,
    summary,
    requestParams: { path: link },
    responses: { 200: json('As it is.', ownPaperOutput), ...problems(404) },
  },
});

const reads = (operationId: string, summary: string, path: z.ZodObject, output: z.ZodType) => ({
  tags,
  security: tokenNeeded,
  operationId,
  summary,
  requestParams: { path },
  responses: { 200: json('As it is.', output), ...problems(403, 404) },
});

const posts = (operationId: string, summary: string, path: z.ZodObject, status: 200 | 201) => ({
  tags,
  security: tokenNeeded,
  operationId,
  summary,
  requestParams: { path, header },
  responses: { [status]: json('As it is now.', makingOutput), ...problems(400, 403, 404, 409, 422) },
});

const base = `${apiPath}/visits/{id}`;

const paths: ZodOpenApiPathsObject = {
  [`${base}/papers`]: {
    get: reads('listPapers', 'Which versions of their papers travellers have', visit, issuedOutput),
  },
  [`${base}/papers/{travellerId}/{kind}`]: {
    get: reads('readPaper', 'A paper of one traveller, as it is now', one, ownPaperOutput),
  },
  [`${base}/emergency-card`]: {
    get: reads('readEmergencyCard', 'What stands on everybody’s emergency card', visit, emergencyTextOutput),
    put: {
      tags,
      security: tokenNeeded,
      operationId: 'writeEmergencyCard',
      summary: 'Say what stands on everybody’s emergency card',
      requestParams: { path: visit, header: z.object({ 'If-Match': ifMatch('text') }) },
      requestBody: body(emergencyTextInput),
      responses: {
        200: json('As it is now.', emergencyTextOutput, etag),
        ...problems(400, 403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  [`${base}/paper-makings`]: {
    post: posts('makePapers', 'Make everybody’s papers into files, in the background', visit, 201),
  },
  [`${base}/paper-makings/{makingId}`]: {
    get: reads('readPaperMaking', 'How far that is', making, makingOutput),
  },
  [`${base}/paper-makings/{makingId}/cancel`]: {
    post: posts('cancelPaperMaking', 'Stop it', making, 200),
  },
  [`${base}/paper-makings/{makingId}/papers.zip`]: {
    get: {
      tags,
      security: tokenNeeded,
      operationId: 'takeOutPapers',
      summary: 'All files in one archive',
      requestParams: { path: making },
      responses: {
        200: { description: 'A ZIP archive of tagged PDFs.', content: { 'application/zip': {} } },
        ...problems(403, 404, 409),
      },
    },
  },
  [`${apiPath}/traveller-links/{secret}/programme`]: own(
    'ownProgramme',
    'All of a visit for one traveller, by their link, with what is different since the version before',
  ),
  [`${apiPath}/traveller-links/{secret}/emergency-card`]: own(
    'ownEmergencyCard',
    'What a traveller needs at hand when something goes wrong, by their link',
  ),
};

/** What travellers have in writing. */
export const papersApi: ApiPart = { tags, paths };
