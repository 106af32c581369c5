import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.js';
import { finishAnswer, writeAnswer, type AnswerBody, type FinishedAnswer } from './finished-answer.js';
import { KeptAnswers } from './kept-answers.js';
import { readerKey, type KnownReader } from './known-reader.js';

/** An answer that differs by who is signed in at most, and not by which visitor asks. */
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

/** How much memory answers to people who are signed in may take, in bytes. Visitors' have room of their own. */
const forReaders = 32 * 1024 * 1024;

/**
 * Answers kept in memory as finished bytes for as long as what they were made from has not changed: by address and, for
 * people who are signed in, by all that is known of the reader. So nobody is given what was made for somebody else, or
 * for themselves with other rights; and whoever is given a kept answer could have had it made.
 */
export class PublicResponses {
  private readonly forVisitors: KeptAnswers<PublicAnswer>;
  private readonly forReaders: KeptAnswers<PublicAnswer>;

  /**
   * @param generations what kept answers are made from
   * @param commonHeaders on every answer (security headers)
   * @param maxBytes how much memory visitors' answers may take
   * @param maxReaderBytes and those of people who are signed in
   */
  constructor(
    private readonly generations: Generations,
    private readonly commonHeaders: Readonly<Record<string, string>> = {},
    maxBytes = 96 * 1024 * 1024,
    maxReaderBytes = forReaders,
  ) {
    this.forVisitors = new KeptAnswers(maxBytes);
    this.forReaders = new KeptAnswers(maxReaderBytes);
  }

  /** Whether the request may be given what was made before: no notice waits to be shown. */
  static isEligible({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    return !headers.cookie?.includes('flash=');
  }

  /**
   * Answers from what is kept, if it can, before the framework is even asked: that would cost several times what is left
   * to do.
   *
   * @param requestId goes into the answer; made only when there is one
   * @returns what was answered; `null` when the request has to go on its way
   */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: () => string,
    reader: KnownReader,
  ): Answered | null {
    if (request.method !== 'GET' || !PublicResponses.isEligible(request)) return null;
    const identity = reader(request.headers);
    if (identity === null) return null;
    const [kept, key] = this.placeOf(identity, request.url);
    const answer = kept.get(key, ({ kind }) => this.generations(kind));
    if (answer === null) return null;
    const id = requestId();
    return { requestId: id, route: answer.route, status: writeAnswer(request, response, answer, id) };
  }

  /**
   * Gives an answer that was just made, and keeps it for the next time that the same reader, or any visitor if it was
   * made for one, asks for it.
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
      const [kept, key] = this.placeOf(request.identity, request.raw.url);
      kept.keep(key, generation, answer);
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

  /** Neither part can hold a line break, so no two readers' addresses make one key. */
  private placeOf(identity: Identity, url = ''): [KeptAnswers<PublicAnswer>, string] {
    const reader = readerKey(identity);
    return reader === '' ? [this.forVisitors, url] : [this.forReaders, `${reader}\n${url}`];
  }
}
