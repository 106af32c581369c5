import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Problem } from '../errors/problem.js';
import { readJson } from './read-request.js';

const refused = (schema: z.ZodType, body: unknown): string[] => {
  const headers = { 'content-type': 'application/json' };
  try {
    readJson({ headers, body } as FastifyRequest, schema);
    return [];
  } catch (error) {
    return (error as Problem).fields.map(({ message }) => message);
  }
};

describe('what does not fit the description of the API', () => {
  it.each([
    [z.iso.date(), '2035-13-45', '“it” must be a date such as 2027-09-26.'],
    [z.iso.datetime(), 'soon', '“it” must be a moment such as 2027-09-26T09:00:00Z.'],
    [z.iso.time({ precision: -1 }), '25:00', '“it” must be a time such as 09:30.'],
    [z.uuid(), 'x', expect.stringMatching(/^“it” must be an id as this API gives them/)],
    [z.int().max(5), 6, '“it” must be at most 5.'],
    [z.int().min(1), 0, '“it” must be at least 1.'],
    [z.string().max(1), 'ab', '“it” must have at most 1 character.'],
    [z.array(z.string()).min(2), ['a'], '“it” must have at least 2 entries.'],
    [z.array(z.string()).max(1, 'has too many days'), ['a', 'b'], '“it” has too many days.'],
    [z.enum(['a', 'b']), 'c', '“it” must be one of: a, b.'],
    [z.boolean(), 'yes', '“it” must be true or false.'],
    [z.string(), undefined, '“it” is missing. Add it.'],
  ])('is told in words that say what to send (%#)', (schema, value, message) => {
    expect(refused(z.strictObject({ it: schema }), { it: value })).toEqual([message]);
  });
});
