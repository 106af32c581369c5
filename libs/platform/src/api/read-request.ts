import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem, unprocessable, type FieldProblem } from '../errors/problem.js';

/**
 * The JSON body of a request, as the schema describes it. Only JSON is read here: a form of another site can send
 * everything else without being asked.
 *
 * @param schema strict objects throughout, so that a field nobody thought of is refused and never stored
 * @throws Problem 415 for anything but JSON; 422 with every field that does not fit the schema
 */
export function readJson<Schema extends z.ZodType>(
  request: FastifyRequest,
  schema: Schema,
): z.output<Schema> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem({
      status: 415,
      code: 'unsupported-media-type',
      title: 'We could not read that',
      detail: 'Send the body as JSON, with the header Content-Type: application/json.',
    });
  }
  const read = schema.safeParse(request.body, { reportInput: true });
  if (read.success) return read.data;
  throw unprocessable(read.error.issues.flatMap(fieldProblems));
}

/** A query as the web framework gives it: a parameter that comes twice is a list. */
export type SentQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The query of a request, as the schema describes it.
 *
 * @param lists the parameters that may come several times
 * @throws Problem 400 `bad-query` with every parameter that does not fit the schema
 */
export function readQuery<Schema extends z.ZodType>(
  query: SentQuery,
  schema: Schema,
  lists: readonly string[] = [],
): z.output<Schema> {
  const asked = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      lists.includes(name) && value !== undefined ? [value].flat() : value,
    ]),
  );
  const read = schema.safeParse(asked, { reportInput: true });
  if (read.success) return read.data;
  throw badQuery(read.error.issues.flatMap(fieldProblems));
}

/** 400: the address asks for something that cannot be read. */
export function badQuery(fields: readonly FieldProblem[]): Problem {
  return new Problem({
    status: 400,
    code: 'bad-query',
    title: 'We could not read that',
    detail: fields.map((field) => field.message).join(' '),
    fields,
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** How what is written in a known way is to be written, by zod's name for it. */
const formats: Readonly<Record<string, string>> = {
  date: 'a date such as 2027-09-26',
  datetime: 'a moment such as 2027-09-26T09:00:00Z',
  time: 'a time such as 09:30',
  uuid: 'an id as this API gives them: 36 characters, as in 01890a5d-ac96-774b-bcce-b302099a8057',
};

/** What lists and texts are counted in; numbers in nothing. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  array: ['entry', 'entries'],
  string: ['character', 'characters'],
};

/** "must have at most 20 entries", "must be at least 1" */
function limit(word: string, origin: string, most: number | bigint): string {
  const unit = units[origin];
  return unit === undefined
    ? `must be ${word} ${most}`
    : `must have ${word} ${most} ${unit[most === 1 ? 0 : 1]}`;
}

/** What is wrong, to go on after the name; a schema may say it in words of its own. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid|Too) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_format':
      return `must be ${formats[issue.format] ?? 'written as the description of this API has it'}`;
    case 'too_big':
      return limit('at most', issue.origin, issue.maximum);
    case 'too_small':
      return limit('at least', issue.origin, issue.minimum);
    default:
      return issue.message;
  }
}

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.map(String).join('.');
  const name = field === '' ? 'The body' : `“${field}”`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const unknown = [...issue.path.map(String), key].join('.');
        return {
          field: unknown,
          code: 'unknown-field',
          message: `“${unknown}” cannot be given here. Leave it out.`,
        };
      });
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { field, code: 'missing', message: `${name} is missing. Add it.` }
          : {
              field,
              code: 'wrong-type',
              message: `${name} must be ${kinds[issue.expected] ?? issue.expected}.`,
            },
      ];
    case 'invalid_value':
      return [
        {
          field,
          code: 'unknown-choice',
          message: `${name} must be one of: ${issue.values.map(String).join(', ')}.`,
        },
      ];
    case 'invalid_union':
      return [{ field, code: 'unknown-choice', message: `${name} is none of what it may be here.` }];
    default:
      return [{ field, code: 'not-accepted', message: `${name} ${wordsOf(issue)}.` }];
  }
}
