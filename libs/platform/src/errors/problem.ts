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
