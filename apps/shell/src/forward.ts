import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { Pool, type Dispatcher } from 'undici';
import { clientAddress } from './client-address.js';

/** Headers that are between two neighbours only (RFC 9110 §7.6.1), or that the next hop writes for itself. */
const betweenNeighbours: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
]);

/** What a client may not say to a part: who and where it is, and which request this is, are for the shell to vouch for. */
const notTakenFromClients: ReadonlySet<string> = new Set([
  ...betweenNeighbours,
  'host',
  'x-identity',
  'x-forwarded-for',
  'x-request-id',
]);

/** How long a part may take to begin its answer, and between two pieces of it, in milliseconds. */
const answerLimit = 30_000;

/** What goes on of a request's head. */
interface Head {
  /** Names and values in turn. */
  readonly headers: string[];
  readonly hasBody: boolean;
}

/** What a `Connection` header names is between neighbours too. */
function withoutNamed(headers: readonly string[], connection: string): string[] {
  const named = new Set(connection.split(',').map((name) => name.trim()));
  return headers.filter((_, index) => !named.has((headers[index - (index % 2)] ?? '').toLowerCase()));
}

/**
 * Reads a head in one go, as it came: the usual way makes an object of it first, which costs as much as all the rest that
 * is to be done with it.
 */
function headFromClient(raw: readonly string[]): Head {
  const headers: string[] = [];
  let connection = '';
  let hasBody = false;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const value = raw[index + 1] ?? '';
    const lower = name.toLowerCase();
    if (lower === 'connection') connection = `${connection},${value.toLowerCase()}`;
    if (lower === 'transfer-encoding' || (lower === 'content-length' && value !== '0')) hasBody = true;
    if (!notTakenFromClients.has(lower)) headers.push(name, value);
  }
  const isUsual = connection === '' || connection === ',keep-alive' || connection === ',close';
  return { headers: isUsual ? headers : withoutNamed(headers, connection), hasBody };
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

  /**
   * @param upstream the part's internal address, without a path
   * @param proxies how many proxies of ours stand before the shell
   */
  constructor(
    upstream: string,
    private readonly proxies = 0,
  ) {
    this.pool = new Pool(upstream, {
      connections: 64,
      pipelining: 1,
      headersTimeout: answerLimit,
      bodyTimeout: answerLimit,
      connect: { timeout: 2000 },
    });
  }

  /**
   * Hands a request on and streams the answer back, both untouched and neither faster than the other side takes it.
   *
   * @param requestId goes along, so that both services' logs speak of the same request
   * @param failed told when the part gave no answer at all; once an answer has begun it can only be cut off
   */
  forward(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    failed: (error: Error) => void,
  ): void {
    const { headers, hasBody } = headFromClient(request.rawHeaders);
    headers.push('x-request-id', requestId, 'x-forwarded-for', clientAddress(request, this.proxies));
    const options: Dispatcher.DispatchOptions = {
      path: request.url ?? '/',
      method: request.method as Dispatcher.HttpMethod,
      headers,
      body: hasBody ? bodyOf(request) : null,
    };
    this.pool.dispatch(options, new Answer(response, failed));
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}

/** The way back of one request. */
class Answer implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;

  constructor(
    private readonly response: ServerResponse,
    private readonly failed: (error: Error) => void,
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
    else this.failed(error);
  }
}
