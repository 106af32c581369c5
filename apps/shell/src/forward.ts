import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { Pool, type Dispatcher } from 'undici';
import { identityHeader } from '#platform';
import { clientAddress } from './client-address.js';
import { mostStreams } from './open-streams.js';
import { betweenNeighbours } from './request-head.js';

/** How long a part may take to begin its answer, and between two pieces of it, in milliseconds. */
const answerLimit = 30_000;

/** What goes on of a request, besides method, path and body. */
export interface Onward {
  /** As they came, names and values in turn. */
  readonly headers: readonly string[];
  readonly cookie: string | null;
  readonly hasBody: boolean;
  /** Whether the answer is a stream of events. */
  readonly wantsEvents: boolean;
  /** What the shell vouches for; `null` for a visitor. */
  readonly identity: string | null;
  /** Goes along, so that both services' logs speak of the same request. */
  readonly requestId: string;
}

/** What comes of it. */
export interface Outcome {
  /** The part gave no answer at all. Once an answer has begun it can only be cut off. */
  failed(this: void, error: Error): void;
  /** An answer has come, of which the client knows nothing yet. */
  begins?(this: void): void;
}

/**
 * The body as it comes. undici destroys it where a part answers before all of it has come, as with a refusal; the rest is
 * then taken and forgotten, for a browser that cannot send it would never look at the answer.
 */
function bodyOf(request: IncomingMessage): PassThrough {
  const body = request.pipe(new PassThrough());
  body.once('close', () => request.resume());
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the client went away'));
  });
  return body;
}

/** A connection to one part of the site, over which requests go as they came and answers come as they are. */
export class Forwarder {
  private readonly pool: Pool;
  /** Streams hold their connections for minutes: were they among the others, these would have none left. */
  private readonly streamPool: Pool;

  /**
   * @param upstream the part's internal address, without a path
   * @param proxies how many proxies of ours stand before the shell
   */
  constructor(
    upstream: string,
    private readonly proxies = 0,
  ) {
    const limits = {
      pipelining: 1,
      headersTimeout: answerLimit,
      bodyTimeout: answerLimit,
      connect: { timeout: 2000 },
    };
    this.pool = new Pool(upstream, { ...limits, connections: 64 });
    this.streamPool = new Pool(upstream, { ...limits, connections: mostStreams });
  }

  /** Hands a request on and streams the answer back, both untouched and neither faster than the other side takes it. */
  forward(request: IncomingMessage, response: ServerResponse, onward: Onward, outcome: Outcome): void {
    const { cookie, hasBody, identity, requestId, wantsEvents } = onward;
    const headers = [...onward.headers];
    if (cookie !== null) headers.push('cookie', cookie);
    if (identity !== null) headers.push(identityHeader, identity);
    headers.push('x-request-id', requestId, 'x-forwarded-for', clientAddress(request, this.proxies));
    const options: Dispatcher.DispatchOptions = {
      path: request.url ?? '/',
      method: request.method as Dispatcher.HttpMethod,
      headers,
      body: hasBody ? bodyOf(request) : null,
    };
    (wantsEvents ? this.streamPool : this.pool).dispatch(options, new Answer(response, outcome));
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.streamPool.close()]);
  }
}

/** The way back of one request. */
class Answer implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;

  constructor(
    private readonly response: ServerResponse,
    private readonly outcome: Outcome,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    this.response.once('close', () => {
      if (!this.response.writableFinished) controller.abort(new Error('the client went away'));
    });
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return;
    this.outcome.begins?.();
    const passed: string[] = [];
    for (const name in headers) {
      const value = headers[name];
      if (value === undefined || betweenNeighbours.has(name)) continue;
      if (typeof value === 'string') passed.push(name, value);
      else for (const one of value) passed.push(name, one);
    }
    this.response.writeHead(status, passed);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.response.write(chunk)) return;
    controller.pause();
    this.response.once('drain', () => this.controller?.resume());
  }

  onResponseEnd(): void {
    this.response.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.response.headersSent || this.response.destroyed) this.response.destroy();
    else this.outcome.failed(error);
  }
}
