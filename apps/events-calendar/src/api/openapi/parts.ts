import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { problemSchema } from '#platform';
import * as parts from '../schemas/parts.schema.js';

/** Anybody may ask; who is signed in may see more. */
export const anybody: Record<string, string[]>[] = [{}, { bearer: [] }];
export const staffOnly: Record<string, string[]>[] = [{ bearer: [] }];

export const refPath = z.object({ ref: parts.ref });

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({
    description:
      'A name of your own for this request: sent again, it does nothing more and has the same answer.',
    examples: ['9b2f6d3e-officer-call'],
  });

export const ifMatch = z.string().meta({
  description: 'The ETag of the event as you read it, so that nobody else’s change is lost.',
  examples: ['"3"'],
});

export const etag = z.object({ ETag: z.string().meta({ description: 'The version.', examples: ['"3"'] }) });
export const etagAndLocation = etag.extend({ Location: z.string().meta({ description: 'The new event.' }) });

export const json = (
  description: string,
  schema: z.ZodType,
  headers?: z.ZodObject,
): ZodOpenApiResponseObject => ({
  description,
  ...(headers && { headers }),
  content: { 'application/json': { schema } },
});

export const body = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } });

const reasons = {
  400: 'The request cannot be read.',
  403: 'Whoever asks may not do this, or the identity is not to be believed.',
  404: 'There is no such event, or none that whoever asks may know of.',
  409: 'The same Idempotency-Key is being worked on.',
  412: 'The event was changed since you read it.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'Fields need attention; nothing was saved.',
  428: 'If-Match is missing.',
} as const;

/** The errors that an operation may answer with, each a problem (RFC 9457). */
export function problems(
  ...statuses: readonly (keyof typeof reasons)[]
): Record<`4${string}`, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { description: reasons[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
