import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How soon a browser whose stream broke off comes again, in milliseconds. */
const retryAfter = 2000;

/** Below what proxies, our own shell too, take for silence, in milliseconds. */
const beatEvery = 10_000;

/** A reader that takes nothing for so long is gone, in milliseconds. */
const patience = 60_000;

/** How long the end of a stream may take to reach its reader, in milliseconds: a service that stops does not wait longer. */
const endLimit = 2000;

/** Something that is told: how a thing stands, so the newest one says all. */
export interface StreamEvent {
  /** Tells whether a reader who comes again has it already; one line. */
  readonly id: string;
  /** One line; JSON is. */
  readonly data: string;
}

/** Whether a request is for a stream of events, as a browser's `EventSource` sends it. */
export function wantsEvents({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept?.split(',', 1)[0]?.trim() === 'text/event-stream';
}

/**
 * An answer that goes on (server-sent events: HTML Living Standard, 9.2). Nothing of it is held back: each event is sent as
 * it comes, and a reader who is too slow for all of them gets the newest.
 */
export class EventStream {
  private readonly raw: ServerResponse;
  private readonly beat: NodeJS.Timeout;
  private waiting: StreamEvent | null = null;
  private fullSince: number | null = null;

  /** Takes the answer over from the framework. It ends by `end`, or when the reader goes. */
  constructor(request: FastifyRequest, reply: FastifyReply) {
    reply.headers({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      // nginx holds answers back unless it is told not to.
      'x-accel-buffering': 'no',
    });
    this.raw = reply.hijack().raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) this.raw.setHeader(name, value);
    }
    // Else the connection, idle by then, would keep a service that is told to stop.
    this.raw.shouldKeepAlive = false;
    this.raw.writeHead(200);
    this.beat = setInterval(() => this.keepAlive(), beatEvery);
    this.raw.on('drain', () => this.drained());
    this.onceClosed(() => clearInterval(this.beat));
    if (request.method === 'HEAD') this.end();
    else this.raw.write(`retry: ${retryAfter}\n\n`);
  }

  /** At once where the reader has gone already. */
  onceClosed(act: () => void): void {
    if (this.raw.closed) act();
    else this.raw.once('close', act);
  }

  send(event: StreamEvent): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    if (this.fullSince !== null) this.waiting = event;
    else if (!this.write(event)) this.fullSince = performance.now();
  }

  /** The reader comes again after a while, unless it has heard that there is nothing more to come. */
  end(): void {
    clearInterval(this.beat);
    if (this.waiting !== null) this.write(this.waiting);
    this.waiting = null;
    this.raw.end();
    const late = setTimeout(() => this.raw.destroy(), endLimit);
    this.onceClosed(() => clearTimeout(late));
  }

  /** @returns whether there is room for more */
  private write({ id, data }: StreamEvent): boolean {
    return this.raw.write(`id: ${id}\ndata: ${data}\n\n`);
  }

  private drained(): void {
    const { waiting } = this;
    this.fullSince = null;
    this.waiting = null;
    if (waiting !== null) this.send(waiting);
  }

  private keepAlive(): void {
    if (this.fullSince === null) this.raw.write(':\n\n');
    else if (performance.now() - this.fullSince > patience) this.raw.destroy();
  }
}
