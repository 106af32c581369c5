import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What an answer is made of. */
export interface AnswerBody {
  readonly body: string | Buffer;
  readonly contentType: string;
  /** zlib level, 1 (fast) to 9 (small). */
  readonly gzipLevel?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
  /** Names and values in turn, as `writeHead` takes them fastest. */
  readonly headers: readonly string[];
}

/** An answer as bytes that only need to be sent, with a strong ETag (RFC 9110 §8.8.3) for each of its two forms. */
export interface FinishedAnswer {
  readonly plain: Variant;
  readonly gzip: Variant;
  /** How much memory it takes, in bytes. */
  readonly size: number;
}

/** Below this, gzip's own frame outweighs what it saves. */
const worthCompressing = 256;

/**
 * Makes an answer whose ETag is of its bytes alone, so that every replica gives the same.
 *
 * @param commonHeaders on every answer (security headers); the answer's own go over them
 */
export function finishAnswer(
  made: AnswerBody,
  commonHeaders: Readonly<Record<string, string>>,
): FinishedAnswer {
  const bytes = typeof made.body === 'string' ? Buffer.from(made.body, 'utf8') : made.body;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const common = {
    ...commonHeaders,
    'content-type': made.contentType,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding',
    ...made.headers,
  };
  const plain = variant(bytes, `"${hash}"`, common);
  let gzip = plain;
  if (bytes.length >= worthCompressing) {
    const packed = gzipSync(bytes, { level: made.gzipLevel ?? 6 });
    gzip = variant(packed, `"${hash}-gzip"`, { ...common, 'content-encoding': 'gzip' });
  }
  return { plain, gzip, size: bytes.length + gzip.bytes.length };
}

function variant(bytes: Buffer, etag: string, headers: Readonly<Record<string, string>>): Variant {
  return { bytes, etag, headers: Object.entries({ ...headers, etag }).flat() };
}

/**
 * Writes finished bytes, or that the client has them already.
 *
 * @returns the status: 200 or 304
 */
export function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: FinishedAnswer,
  requestId: string,
): number {
  const chosen = acceptsGzip(request.headers['accept-encoding']) ? answer.gzip : answer.plain;
  const headers = [...chosen.headers, 'x-request-id', requestId];
  const wanted = request.headers['if-none-match'];
  if (wanted !== undefined && matches(wanted, answer)) {
    response.writeHead(304, headers).end();
    return 304;
  }
  headers.push('content-length', String(chosen.bytes.length));
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : chosen.bytes);
  return 200;
}

/** Weak comparison, as RFC 9110 §13.1.2 asks of If-None-Match; either variant proves that the client is up to date. */
function matches(header: string, { plain, gzip }: FinishedAnswer): boolean {
  if (header === gzip.etag || header === plain.etag) return true;
  return (
    header.trim() === '*' ||
    header
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === plain.etag || tag === gzip.etag)
  );
}

/** Whether `Accept-Encoding` (RFC 9110 §12.5.3) lets us send gzip. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  if (typeof header !== 'string') return false;
  const gzip = /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(header);
  return gzip !== null && Number(gzip[1] ?? 1) > 0;
}
