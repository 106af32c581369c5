import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';

/** A version as a strong ETag (RFC 9110 §8.8.3): 3 → `"3"`. */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * The version that a client saw, from `If-Match`.
 *
 * @throws Problem 428 `version-missing` without one (RFC 6585 §3); 412 for a tag that no version has
 */
export function requiredVersion(request: FastifyRequest): number {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '' || header === '*') {
    throw new Problem({
      status: 428,
      code: 'version-missing',
      title: 'Say which version you saw',
      detail:
        'Send the ETag of what you read in If-Match, such as If-Match: "3", so that nobody’s change is lost.',
    });
  }
  const version = /^"([1-9]\d{0,8})"$/.exec(header)?.[1];
  if (version === undefined) {
    throw preconditionFailed(
      'version-unknown',
      'If-Match holds no version of this. Read it again for its ETag.',
    );
  }
  return Number(version);
}

/** 412 (RFC 9110 §15.5.13): what the client saw is not what there is. */
export function preconditionFailed(code: string, detail: string): Problem {
  return new Problem({ status: 412, code, title: 'This has changed', detail });
}

/** What a use case calls a conflict of versions is a failed precondition where `If-Match` named the version. */
export async function asPrecondition<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.code === 'edited-meanwhile') {
      throw preconditionFailed(error.code, error.detail);
    }
    throw error;
  }
}

/** Headers for what only some may see, or what is held on people: it is for nobody's cache to keep. */
export const notKept = { 'cache-control': 'private, no-store' } as const;
