import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityHeader } from '../identity/verify-token.js';
import { finishAnswer, writeAnswer, type AnswerBody, type FinishedAnswer } from './finished-answer.js';
import { KeptAnswers } from './kept-answers.js';

/** An answer that is the same for everybody who is not signed in. */
export interface PublicBody extends AnswerBody {
  /** What the answer was made from; it is used again only while {@link Generations} still gives the same. */
  readonly kind: string;
}

/**
 * The state of everything that answers of a kind are made from (data, chrome, day) as one string, or `null` while
 * that cannot be known (the database's notices are not arriving): then nothing is used again.
 */
export type Generations = (kind: string) => string | null;

interface PublicAnswer extends FinishedAnswer {
  readonly kind: string;
  readonly route: string;
}

/** What was answered, for the log. */
export interface Answered {
  readonly requestId: string;
  readonly route: string;
  readonly status: number;
}

/**
 * Answers to visitors, kept in memory by their address as finished bytes for as long as what they were made from has
 * not changed.
 */
export class PublicResponses {
  private readonly kept: KeptAnswers<PublicAnswer>;

  /**
   * @param generations what kept answers are made from
   * @param commonHeaders on every answer (security headers)
   * @param maxBytes how much memory the kept answers may take
   */
  constructor(
    private readonly generations: Generations,
    private readonly commonHeaders: Readonly<Record<string, string>> = {},
    maxBytes = 96 * 1024 * 1024,
  ) {
    this.kept = new KeptAnswers(maxBytes);
  }

  /** Whether the request may be given what every visitor is given: signed out, and no notice waits to be shown. */
  static isEligible({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    return headers[identityHeader] === undefined && !headers.cookie?.includes('flash=');
  }

  /**
   * Answers from what is kept, if it can, before the framework is even asked: that would cost several times what is left
   * to do.
   *
   * @param requestId goes into the answer; made only when there is one
   * @returns what was answered; `null` when the request has to go on its way
   */
  answer(request: IncomingMessage, response: ServerResponse, requestId: () => string): Answered | null {
    if (request.method !== 'GET' || !PublicResponses.isEligible(request)) return null;
    const answer = this.kept.get(request.url ?? '', ({ kind }) => this.generations(kind));
    if (answer === null) return null;
    const id = requestId();
    return { requestId: id, route: answer.route, status: writeAnswer(request, response, answer, id) };
  }

  /**
   * Gives an answer that was just made and keeps it for the next visitor.
   *
   * @param generation {@link generation} from before the data was read, so that a change during the making is noticed
   */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    made: PublicBody,
    generation: string | null,
  ): FastifyReply {
    const route = request.routeOptions.url ?? '';
    const answer = { ...this.finish(made), kind: made.kind, route };
    if (generation !== null && PublicResponses.isEligible(request)) {
      this.kept.keep(request.raw.url ?? '', generation, answer);
    }
    // The framework's hooks on responses (the log) still run.
    writeAnswer(request.raw, reply.hijack().raw, answer, request.id);
    return reply;
  }

  /** Makes an answer with the headers that all have, for whoever keeps it and gives it by rules of their own. */
  finish(made: AnswerBody): FinishedAnswer {
    return finishAnswer(made, this.commonHeaders);
  }

  generation(kind: string): string | null {
    return this.generations(kind);
  }
}
