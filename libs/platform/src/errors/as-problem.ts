import { databaseTrouble } from './database-trouble.js';
import { Problem } from './problem.js';

interface HttpLike {
  readonly statusCode?: number;
  readonly code?: string;
  getStatus?: () => number;
}

const badRequest = {
  code: 'bad-request',
  title: 'We could not read that',
  detail: 'What was sent could not be read. Go back, check it and send it again.',
};

const known: Readonly<Record<number, { code: string; title: string; detail: string }>> = {
  400: badRequest,
  404: {
    code: 'not-found',
    title: 'Page not found',
    detail: 'Check the address, or start again from the home page.',
  },
  405: {
    code: 'method-not-allowed',
    title: 'That cannot be done here',
    detail: 'This address does not accept what was asked of it.',
  },
  413: {
    code: 'too-large',
    title: 'That file is too large',
    detail: 'What was sent is larger than can be accepted here. Nothing was saved.',
  },
  415: {
    code: 'unsupported-media-type',
    title: 'We could not read that',
    detail: 'What was sent is not of a kind that can be read here.',
  },
};

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const like = error as HttpLike;
  if (typeof like.getStatus === 'function') return like.getStatus();
  return typeof like.statusCode === 'number' ? like.statusCode : 500;
}

/**
 * Any error as a {@link Problem}. Errors of the web framework keep their 4xx status with our words, a database that is
 * away is a 503; all others become a 500 that says nothing of the cause, which is for the log.
 */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const trouble = databaseTrouble(error);
  if (trouble !== null) return trouble;
  const status = statusOf(error);
  const words = known[status];
  if (words) return new Problem({ status, ...words });
  if (status >= 400 && status < 500) return new Problem({ ...badRequest, status });
  return new Problem({
    status: 500,
    code: 'unexpected',
    title: 'Something went wrong',
    detail: 'The fault is ours and has been recorded. Nothing was saved. Try again in a few minutes.',
  });
}

/** RFC 9457 body, `application/problem+json`. `requestId` lets staff find the failure in the logs. */
export function problemJson(problem: Problem, requestId: string) {
  // Forms know more of a field (which box of a date); what programs are told is what the API describes.
  const errors = problem.fields.map(({ field, code, message }) => ({ field, code, message }));
  return {
    type: 'about:blank',
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
}
