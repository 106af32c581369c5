import { z } from 'zod';
import { anybody, body, etag, idempotencyKey, ifMatch, json, problemsAbout, tokenNeeded } from '#platform';

/** Under what the operations stand. */
export const tags = ['Applications'];
/** A visit that one applies for. */
export const visitPath = z.object({
  id: z.string().meta({ description: 'The visit, by its id or its name in addresses.' }),
});
/** Something by the link to it. */
export const byLink = z.object({
  secret: z.string().meta({ description: 'From the link that was mailed.' }),
});
const key = z.object({ 'Idempotency-Key': idempotencyKey });
const match = z.object({ 'If-Match': ifMatch('application') });
const problems = problemsAbout('application');
const read = problems(400, 403, 404);
/** What may be wrong with what changes something. */
export const written = problems(400, 403, 404, 409, 413, 415, 422);
const checked = problems(400, 403, 404, 409, 412, 413, 415, 422, 428);

/** Who may ask. */
export type Security = typeof anybody;

/** What is read. */
export const get = (
  operationId: string,
  summary: string,
  path: z.ZodObject | null,
  output: z.ZodType,
  security: Security = tokenNeeded,
) => ({
  operationId,
  summary,
  tags,
  security,
  ...(path !== null && { requestParams: { path } }),
  responses: { 200: json(summary, output, etag), ...read },
});

/** What is replaced, by the version that was seen. */
export const put = (
  operationId: string,
  summary: string,
  path: z.ZodObject,
  input: z.ZodType,
  output: z.ZodType,
  security: Security = tokenNeeded,
) => ({
  operationId,
  summary,
  tags,
  security,
  requestParams: { path, header: match },
  requestBody: body(input),
  responses: { 200: json('As it is now.', output, etag), ...checked },
});

interface Posted {
  readonly path: z.ZodObject;
  readonly input?: z.ZodType;
  readonly output: z.ZodType | null;
  readonly status?: 200 | 201 | 202 | 204;
  readonly security?: Security;
}

/** What is done once for each `Idempotency-Key`. */
export const post = (
  operationId: string,
  summary: string,
  { path, input, output, status = 200, security = tokenNeeded }: Posted,
) => ({
  operationId,
  summary,
  tags,
  security,
  requestParams: { path, header: key },
  ...(input !== undefined && { requestBody: body(input) }),
  responses: {
    [status]: output === null ? { description: 'It is done.' } : json('What came of it.', output),
    ...written,
  },
});
