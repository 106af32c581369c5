import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { problemSchema } from './problem-schema.js';

/** Anybody may ask; who is signed in may see more. */
export const anybody: Record<string, string[]>[] = [{}, { bearer: [] }];

/** Whoever asks needs a token. */
export const tokenNeeded: Record<string, string[]>[] = [{ bearer: [] }];

export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({
    description:
      'A name of your own for this request: sent again, it does nothing more and has the same answer.',
    examples: ['9b2f6d3e-officer-call'],
  });

/** @param what is changed: "event" */
export const ifMatch = (what: string) =>
  z.string().meta({
    description: `The ETag of the ${what} as you read it, so that nobody else’s change is lost.`,
    examples: ['"3"'],
  });

export const etag = z.object({ ETag: z.string().meta({ description: 'The version.', examples: ['"3"'] }) });

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

/**
 * The errors that an operation may answer with, each a problem (RFC 9457).
 *
 * @param what the API is about: "event"
 */
export function problemsAbout(what: string) {
  const reasons = {
    400: 'The request cannot be read.',
    403: 'Whoever asks may not do this, or the identity is not to be believed.',
    404: `There is no such ${what}, or none that whoever asks may know of.`,
    409: 'The same Idempotency-Key is being worked on.',
    412: `The ${what} was changed since you read it.`,
    413: 'The body is too large.',
    415: 'The body is not JSON.',
    422: 'Fields need attention; nothing was saved.',
    428: 'If-Match is missing.',
  } as const;
  return (...statuses: readonly (keyof typeof reasons)[]): Record<`4${string}`, ZodOpenApiResponseObject> =>
    Object.fromEntries(
      statuses.map((status) => [
        String(status),
        { description: reasons[status], content: { 'application/problem+json': { schema: problemSchema } } },
      ]),
    );
}

/** The most that one page of a list holds. */
const mostPerPage = 200;

/** The parameters of a list that comes in pages. */
export const paging = {
  cursor: z.string().optional().meta({ description: '`nextCursor` of the page before.' }),
  limit: z.coerce
    .number<string>()
    .int('must be a whole number')
    .min(1, `must be 1 to ${mostPerPage}`)
    .max(mostPerPage, `must be 1 to ${mostPerPage}`)
    .default(50)
    .meta({ description: 'How many a page holds.' }),
};

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: 'For `cursor`, to have the next page; `null` at the end of the list.' }),
  });
