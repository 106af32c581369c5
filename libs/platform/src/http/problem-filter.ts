import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asProblem, problemJson } from '../errors/as-problem.js';
import { cannotConfirm, Problem } from '../errors/problem.js';

/** Renders the page that a person sees for a problem, in the service's own layout. */
export type ErrorPage = (problem: Problem, request: FastifyRequest) => string;

/** Whether the answer is for a program: the API, or a client that asks for JSON and not for HTML. */
function wantsJson(request: FastifyRequest): boolean {
  if (request.url.startsWith('/api/')) return true;
  const accept = request.headers.accept ?? '';
  return !accept.includes('text/html') && accept.includes('json');
}

/** Answers every error of a service: as a page to people, as problem+json to programs, from the same fields. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly errorPage: ErrorPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.errorPage);
  }
}

/**
 * Whoever cannot be confirmed is treated as a visitor, so a use case may refuse them, or deny that there is such a thing;
 * were it known who they are, that might be wrong.
 */
function asFarAsKnown(problem: Problem, request: FastifyRequest): Problem {
  const isDenial = problem.status === 403 || (problem.status === 404 && !request.is404);
  return isDenial && request.identity.state === 'unavailable' ? cannotConfirm() : problem;
}

export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  errorPage: ErrorPage,
): void {
  const problem = asFarAsKnown(asProblem(error), request);
  if (problem.status >= 500 && !(error instanceof Problem)) request.log.error({ err: error }, problem.title);
  else request.log.debug({ code: problem.code, status: problem.status }, 'refused');
  if (reply.sent) return;
  reply.code(problem.status).header('cache-control', 'no-store');
  if (problem.status === 503) reply.header('retry-after', '30');
  if (wantsJson(request)) {
    reply.type('application/problem+json').send(JSON.stringify(problemJson(problem, request.id)));
  } else {
    reply.type('text/html; charset=utf-8').send(errorPage(problem, request));
  }
}
