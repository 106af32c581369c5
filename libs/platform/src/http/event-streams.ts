import { createHash } from 'node:crypto';
import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem.js';
import { EventStream, wantsEvents, type StreamEvent } from './event-stream.js';

/** Something that changes until it is over, and is followed by people who look at its page. */
export interface Followed<State> {
  /** The same for all who follow the same thing: it is looked at once for all of them. */
  readonly key: string;
  /**
   * How it stands now. What it throws before the stream has begun is the answer; later the stream breaks off, and whoever
   * follows comes again.
   */
  look(this: void): Promise<State>;
  isOver(this: void, state: State): boolean;
}

export interface StreamLimits {
  /** Streams that are open at once in this process. Fewer than the shell has connections for. */
  readonly streams: number;
  /** Between one look and the next, in milliseconds. */
  readonly lookEvery: number;
  /** How long a stream goes on; whoever follows then comes again and is asked anew who they are; in milliseconds. */
  readonly longest: number;
}

const usual: StreamLimits = { streams: 100, lookEvery: 500, longest: 5 * 60_000 };

/** All who follow one thing. */
interface Following {
  readonly streams: Set<EventStream>;
  readonly followed: Followed<unknown>;
  readonly log: FastifyBaseLogger;
  timer: NodeJS.Timeout | undefined;
  newest: string;
}

/** Streams of how things stand, to the browsers that show them: every replica looks by itself, in the database. */
export class EventStreams implements OnModuleDestroy {
  private readonly all = new Set<EventStream>();
  private readonly followings = new Map<string, Following>();
  private readonly limits: StreamLimits;
  private isStopping = false;

  constructor(limits: Partial<StreamLimits> = {}) {
    this.limits = { ...usual, ...limits };
  }

  /** How many are open. */
  get count(): number {
    return this.all.size;
  }

  /** To whoever asks for a stream, as {@link follow}; to others once, as JSON. Throws as that does. */
  async tell<State>(request: FastifyRequest, reply: FastifyReply, followed: Followed<State>): Promise<void> {
    if (wantsEvents(request)) await this.follow(request, reply, followed);
    else reply.header('cache-control', 'no-store').send(await followed.look());
  }

  /**
   * Answers with a stream that tells how something stands, now and whenever that has changed, until it is over.
   *
   * @throws Problem 503 where there are too many, or the service is about to stop; whatever `look` throws
   */
  async follow<State>(
    request: FastifyRequest,
    reply: FastifyReply,
    followed: Followed<State>,
  ): Promise<void> {
    this.refuseWhenFull();
    const state = await followed.look();
    this.refuseWhenFull();
    const stream = new EventStream(request, reply);
    this.all.add(stream);
    const longest = setTimeout(() => stream.end(), this.limits.longest);
    stream.onceClosed(() => {
      clearTimeout(longest);
      this.all.delete(stream);
    });
    const first = eventOf(state);
    if (request.headers['last-event-id'] !== first.id) stream.send(first);
    if (followed.isOver(state)) stream.end();
    else this.join(stream, followed, first.id, request.log);
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    for (const stream of this.all) stream.end();
  }

  private refuseWhenFull(): void {
    if (!this.isStopping && this.all.size < this.limits.streams) return;
    throw new Problem({
      status: 503,
      code: 'too-many-streams',
      title: 'Too many follow something at the moment',
      detail: 'Reload the page to see how it stands.',
    });
  }

  private join(
    stream: EventStream,
    followed: Followed<unknown>,
    newest: string,
    log: FastifyBaseLogger,
  ): void {
    const { key } = followed;
    let following = this.followings.get(key);
    if (following === undefined) {
      following = { streams: new Set(), followed, log, timer: undefined, newest };
      this.followings.set(key, following);
      this.lookLater(following);
    }
    const { streams } = following;
    streams.add(stream);
    stream.onceClosed(() => {
      streams.delete(stream);
      if (streams.size === 0) this.drop(key);
    });
  }

  private lookLater(following: Following): void {
    following.timer = setTimeout(() => void this.look(following), this.limits.lookEvery);
  }

  private async look(following: Following): Promise<void> {
    const { streams, followed } = following;
    let isOver = true;
    try {
      const state = await followed.look();
      const event = eventOf(state);
      if (event.id !== following.newest) for (const stream of streams) stream.send(event);
      following.newest = event.id;
      isOver = followed.isOver(state);
    } catch (error) {
      // Whoever follows comes again, and then hears why it cannot be seen.
      following.log.warn({ err: error, key: followed.key }, 'what is followed cannot be seen');
    }
    if (this.followings.get(followed.key) !== following) return;
    if (isOver) {
      this.drop(followed.key);
      for (const stream of streams) stream.end();
    } else this.lookLater(following);
  }

  private drop(key: string): void {
    clearTimeout(this.followings.get(key)?.timer);
    this.followings.delete(key);
  }
}

function eventOf(state: unknown): StreamEvent {
  const data = JSON.stringify(state);
  return { data, id: createHash('sha256').update(data).digest('base64url').slice(0, 16) };
}
