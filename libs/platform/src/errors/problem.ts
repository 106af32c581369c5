/** One thing wrong with what was sent, beside what caused it. */
export interface FieldProblem {
  /** The field's name in the form or the JSON (`place.name`). */
  readonly field: string;
  /** Stable, kebab-case: programs may rely on it. */
  readonly code: string;
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
}

export interface ProblemDetails {
  /** HTTP status. */
  readonly status: number;
  /** Stable, kebab-case: programs may rely on it. */
  readonly code: string;
  /** Short, for people; the heading of the error page. */
  readonly title: string;
  /** What happened and what to do next. */
  readonly detail: string;
  readonly fields?: readonly FieldProblem[];
}

/**
 * An error that is part of the conversation with whoever asked: it becomes an error page or problem+json (RFC 9457),
 * from the same fields. Anything else that is thrown is an unknown failure: logged in full and answered with its
 * request id only.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];

  constructor(details: ProblemDetails) {
    super(`${details.code}: ${details.detail}`);
    this.status = details.status;
    this.code = details.code;
    this.title = details.title;
    this.detail = details.detail;
    this.fields = details.fields ?? [];
  }
}

/** 404: there is no such thing, or none that the person may know of. */
export function notFound(detail = 'Check the address, or start again from the home page.'): Problem {
  return new Problem({ status: 404, code: 'not-found', title: 'Page not found', detail });
}

/** 403: the person may not do this. */
export function forbidden(detail: string): Problem {
  return new Problem({ status: 403, code: 'forbidden', title: 'You cannot open this page', detail });
}

/** The codes of refusals that signing in may overcome. */
export const signInCodes: ReadonlySet<string> = new Set(['sign-in-needed', 'identity-refused']);

/** 403: nobody is signed in, and only somebody who is may do this. */
export function signInNeeded(): Problem {
  return new Problem({
    status: 403,
    code: 'sign-in-needed',
    title: 'You need to sign in',
    detail: 'This is for people who are signed in and have the right to it.',
  });
}

/** 403: something came for the person that is not to be believed. */
export function identityRefused(): Problem {
  return new Problem({
    status: 403,
    code: 'identity-refused',
    title: 'You are not signed in',
    detail: 'Your sign-in has ended or could not be confirmed. Sign in again.',
  });
}

/** 403: an API token that may only read was used to change something. */
export function readOnly(): Problem {
  return new Problem({
    status: 403,
    code: 'read-only',
    title: 'Nothing can be changed with this token',
    detail: 'The API token may only read. Make one that may write to change something with it.',
  });
}

/** 503: somebody may be signed in and allowed to, but who they are cannot be asked. */
export function cannotConfirm(): Problem {
  return new Problem({
    status: 503,
    code: 'identity-unavailable',
    title: 'We cannot confirm who you are at the moment',
    detail:
      'This is for people who are signed in and have the right to it, and the part of the site that knows who is signed in does not answer. Try again in a few minutes: nothing is lost, and you stay signed in.',
  });
}

/** 422: understood, but some fields cannot be accepted; nothing was saved. */
export function unprocessable(fields: readonly FieldProblem[]): Problem {
  return new Problem({
    status: 422,
    code: 'fields-need-attention',
    title: 'There is a problem',
    detail: fields.map((field) => field.message).join(' '),
    fields,
  });
}

/** 409: somebody else was quicker, or the thing is not in the right state. */
export function conflict(code: string, detail: string): Problem {
  return new Problem({ status: 409, code, title: 'This has changed', detail });
}
