import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  KeysUnavailable,
  Problem,
  problemJson,
  unconfirmed,
  UntrustedToken,
  visitor,
  identityUnavailable,
  type Identity,
  type TokenVerifier,
} from '#platform';
import { renderUnavailablePage, type Site } from '#ui';
import type { SignIn } from './identity/sign-ins.js';
import { tokenFor } from './identity/sign-ins.js';
import type { Part } from './parts.js';

/** What the shell answers itself in the place of a part. */
export interface OwnAnswersOptions {
  readonly site: Site;
  readonly verifier: TokenVerifier;
  /** On every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 401: the API token is nobody's. */
const tokenUnknown = new Problem({
  status: 401,
  code: 'token-unknown',
  title: 'The API token is not known',
  detail:
    'It was not made here, was revoked or has ended. Make a new one on the page of your account, and send it as Authorization: Bearer.',
});

/** 403: the API token is somebody's, but not for this part of the site. */
function outOfScope({ words }: Part): Problem {
  return new Problem({
    status: 403,
    code: 'token-out-of-scope',
    title: 'The API token is not for this',
    detail: `The API token was not made for the ${words}. Make one that is on the page of your account.`,
  });
}

/** Why an API token does not open a part (RFC 6750 §3.1); `null` if it does. */
export function tokenRefusal(signIn: SignIn, part: Part): { problem: Problem; challenge: string } | null {
  if (signIn.state === 'unknown') {
    return { problem: tokenUnknown, challenge: 'Bearer realm="api", error="invalid_token"' };
  }
  if (signIn.state === 'signed-in' && !(part.app in signIn.tokens)) {
    return { problem: outOfScope(part), challenge: 'Bearer realm="api", error="insufficient_scope"' };
  }
  return null;
}

/** Answers that the shell gives itself to what is a part's to answer: it is down, or the API token does not open it. */
export class OwnAnswers {
  constructor(private readonly options: OwnAnswersOptions) {}

  refuse(
    response: ServerResponse,
    requestId: string,
    { problem, challenge }: { readonly problem: Problem; readonly challenge: string },
  ): void {
    // What was sent with it is of no interest; a client that cannot send it would not look at the answer.
    response.req.resume();
    this.write(response, requestId, {
      ...problemAnswer(problem, requestId),
      headers: { 'www-authenticate': challenge },
    });
  }

  /** The part does not answer: a page for people, problem+json for programs. */
  async unavailable(
    response: ServerResponse,
    requestId: string,
    { part, isApi, signIn }: { readonly part: Part; readonly isApi: boolean; readonly signIn: SignIn | null },
  ): Promise<void> {
    const retry = { headers: { 'retry-after': '30' } };
    if (isApi) {
      const problem = new Problem({
        status: 503,
        code: 'part-unavailable',
        title: 'Not available',
        detail: `The ${part.words} is not available at the moment. Try again in a few minutes.`,
      });
      this.write(response, requestId, { ...problemAnswer(problem, requestId), ...retry });
      return;
    }
    const identity = await this.identity(signIn);
    const body = renderUnavailablePage(
      {
        ...this.options.site.around(asked(response.req, identity)),
        section: part.navigation?.section ?? null,
      },
      part.words,
    );
    this.write(response, requestId, { status: 503, type: 'text/html; charset=utf-8', body, ...retry });
  }

  private async identity(signIn: SignIn | null): Promise<Identity> {
    const token = tokenFor(signIn, 'shell');
    if (token === null) return visitor;
    if (token === identityUnavailable) return unconfirmed;
    try {
      return await this.options.verifier.verify(token);
    } catch (error) {
      if (error instanceof KeysUnavailable || error instanceof UntrustedToken) return unconfirmed;
      throw error;
    }
  }

  private write(response: ServerResponse, requestId: string, { status, type, body, headers }: Answer): void {
    response.writeHead(status, {
      ...this.options.headers,
      ...headers,
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-request-id': requestId,
    });
    response.end(response.req.method === 'HEAD' ? undefined : body);
  }
}

function problemAnswer(problem: Problem, requestId: string): Answer {
  return {
    status: problem.status,
    type: 'application/problem+json',
    body: JSON.stringify(problemJson(problem, requestId)),
  };
}

function asked({ method = 'GET', url = '/', headers }: IncomingMessage, identity: Identity) {
  return { method, url, headers, identity };
}
