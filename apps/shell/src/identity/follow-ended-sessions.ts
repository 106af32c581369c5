import { setTimeout as wait } from 'node:timers/promises';
import { endedLineSchema, endedSessionsPath, heartbeatEvery } from '#platform';

/** Who is told. */
export interface Follower {
  hears(): void;
  hearsNoMore(): void;
  ended(sessionId: string): void;
  allEnded(): void;
}

export interface FollowOptions {
  /** The internal address of `members`. */
  readonly upstream: string;
  /** What services show each other. */
  readonly key: string;
  readonly follower: Follower;
  /** Told once when the stream cannot be had or breaks off, not at each try. */
  readonly lost: (reason: unknown) => void;
  /** Told when it is there again. */
  readonly found: () => void;
  /** How long to wait before another try, in milliseconds (1,000). */
  readonly retryAfter?: number;
  /** Without a sign of life for so long the stream is taken for dead, in milliseconds. */
  readonly silence?: number;
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Reads the stream until it breaks off, which it always does in the end. */
async function follow(
  { upstream, key, follower, silence = 2.5 * heartbeatEvery }: FollowOptions,
  stopped: AbortSignal,
  heard: () => void,
): Promise<never> {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(new Error('no sign of life')), silence);
  try {
    const response = await fetch(upstream + endedSessionsPath, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/x-ndjson' },
      redirect: 'error',
      signal: AbortSignal.any([stopped, silent.signal]),
    });
    if (response.status !== 200 || response.body === null) {
      await response.body?.cancel();
      throw new Error(`members answered ${response.status} when asked for ended sessions`);
    }
    for await (const text of linesOf(response.body)) {
      timer.refresh();
      const line = endedLineSchema.parse(JSON.parse(text));
      if ('sessionId' in line) follower.ended(line.sessionId);
      else if ('all' in line) follower.allEnded();
      heard();
    }
    throw new Error('members ended the stream');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Listens to `members` for sessions that have ended, again and again, until told to stop.
 *
 * @returns what stops it
 */
export function followEndedSessions(options: FollowOptions): () => void {
  const stop = new AbortController();
  let state: 'new' | 'heard' | 'lost' = 'new';
  const heard = () => {
    if (state === 'heard') return;
    options.follower.hears();
    if (state === 'lost') options.found();
    state = 'heard';
  };
  const run = async () => {
    while (!stop.signal.aborted) {
      try {
        await follow(options, stop.signal, heard);
      } catch (error) {
        if (stop.signal.aborted) return;
        options.follower.hearsNoMore();
        if (state !== 'lost') options.lost(error);
        state = 'lost';
      }
      await wait(options.retryAfter ?? 1000, undefined, { ref: false });
    }
  };
  void run();
  return () => stop.abort();
}
