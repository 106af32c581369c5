import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityHeader } from '../identity/verify-token.js';

/** An answer that is the same for everybody who is not signed in. */
export interface PublicBody {
  readonly body: string | Buffer;
  readonly contentType: string;
  /** What the answer was made from; it is used again only while {@link Generations} still gives the same. */
  readonly kind: string;
  /** zlib level, 1 (fast) to 9 (small). */
  readonly gzipLevel?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The state of everything that answers of a kind are made from (data, chrome, day) as one string, or `null` while
 * that cannot be known (the database's notices are not arriving): then nothing is used again.
 */
export type Generations = (kind: string) => string | null;

interface Kept {
  readonly kind: string;
  readonly generation: string;
  readonly route: string;
  readonly plain: Variant;
  readonly gzip: Variant;
  readonly size: number;
}

interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
  /** Names and values in turn, as `writeHead` takes them fastest. */
  readonly headers: readonly string[];
}

/** What was answered, for the log. */
export interface Answered {
  readonly requestId: string;
  readonly route: string;
  readonly status: number;
}

/** Below this, gzip's own frame outweighs what it saves. */
const worthCompressing = 256;

/**
 * Answers to visitors, kept in memory as finished bytes with a strong ETag (RFC 9110 §8.8.3) for as long as what they
 * were made from has not changed. The ETag is of the bytes alone, so every replica gives the same. The least recently
 * used go first when `maxBytes` is reached.
 */
export class PublicResponses {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  /**
   * @param generations what kept answers are made from
   * @param commonHeaders on every answer (security headers)
   * @param maxBytes how much memory the kept answers may take
   */
  constructor(
    private readonly generations: Generations,
    private readonly commonHeaders: Readonly<Record<string, string>> = {},
    private readonly maxBytes = 96 * 1024 * 1024,
  ) {}

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
    if (request.method !== 'GET') return null;
    const url = request.url ?? '';
    const entry = this.kept.get(url);
    if (entry === undefined || !PublicResponses.isEligible(request)) return null;
    if (entry.generation !== this.generations(entry.kind)) {
      this.drop(url, entry);
      return null;
    }
    this.kept.delete(url);
    this.kept.set(url, entry);
    const id = requestId();
    return { requestId: id, route: entry.route, status: write(request, response, entry, id) };
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
    const entry = this.finish(made, generation ?? '', request.routeOptions.url ?? '');
    if (generation !== null && PublicResponses.isEligible(request) && entry.size < this.maxBytes / 4) {
      this.keep(request.raw.url ?? '', entry);
    }
    // The framework's hooks on responses (the log) still run.
    write(request.raw, reply.hijack().raw, entry, request.id);
    return reply;
  }

  generation(kind: string): string | null {
    return this.generations(kind);
  }

  private finish(made: PublicBody, generation: string, route: string): Kept {
    const bytes = typeof made.body === 'string' ? Buffer.from(made.body, 'utf8') : made.body;
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
    const common = {
      ...this.commonHeaders,
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
    return { kind: made.kind, generation, route, plain, gzip, size: bytes.length + gzip.bytes.length };
  }

  private keep(url: string, entry: Kept): void {
    const before = this.kept.get(url);
    if (before) this.drop(url, before);
    this.kept.set(url, entry);
    this.bytes += entry.size;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest, old);
    }
  }

  private drop(url: string, entry: Kept): void {
    this.kept.delete(url);
    this.bytes -= entry.size;
  }
}

function variant(bytes: Buffer, etag: string, headers: Readonly<Record<string, string>>): Variant {
  return { bytes, etag, headers: Object.entries({ ...headers, etag }).flat() };
}

/** Writes finished bytes, or that the client has them already. */
function write(request: IncomingMessage, response: ServerResponse, entry: Kept, requestId: string): number {
  const chosen = acceptsGzip(request.headers['accept-encoding']) ? entry.gzip : entry.plain;
  const headers = [...chosen.headers, 'x-request-id', requestId];
  const wanted = request.headers['if-none-match'];
  if (wanted !== undefined && matches(wanted, entry)) {
    response.writeHead(304, headers).end();
    return 304;
  }
  headers.push('content-length', String(chosen.bytes.length));
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : chosen.bytes);
  return 200;
}

/** Weak comparison, as RFC 9110 §13.1.2 asks of If-None-Match; either variant proves that the client is up to date. */
function matches(header: string, entry: Kept): boolean {
  if (header === entry.gzip.etag || header === entry.plain.etag) return true;
  return (
    header.trim() === '*' ||
    header
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === entry.plain.etag || tag === entry.gzip.etag)
  );
}

/** Whether `Accept-Encoding` (RFC 9110 §12.5.3) lets us send gzip. */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  if (typeof header !== 'string') return false;
  const gzip = /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(header);
  return gzip !== null && Number(gzip[1] ?? 1) > 0;
}
