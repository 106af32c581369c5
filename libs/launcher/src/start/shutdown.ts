import { StartError } from '../start-error.ts';
import { say, seconds } from './progress.ts';

/** A signal that comes this soon after another is the same press: the terminal and npm both pass Ctrl-C on, in ms. */
const samePress = 1000;

/** All must be gone by then, in milliseconds; Ctrl-C promises ten seconds. */
const limit = 9500;

interface Step {
  /** Stops something in order. */
  readonly stop: () => Promise<void> | void;
  /** Ends it at once, without waiting. */
  readonly kill?: (() => void) | undefined;
}

/** Stops what has been started, last started first, when a signal asks for it or a start has failed. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #askedAt: number | null = null;
  #stopping: Promise<void> | null = null;

  /** True from the moment that stopping has begun. */
  get isStopping(): boolean {
    return this.#stopping !== null;
  }

  /**
   * Remembers how to stop something; to be called before it is started, so that no signal can come in between.
   *
   * @throws StartError when it is too late to start anything
   */
  add(step: Step): void {
    if (this.isStopping) throw new StartError('It was stopped while it was starting.');
    this.#steps.push(step);
  }

  /** From now on Ctrl-C and a polite kill stop everything; a second one does so at once. */
  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#asked());
    // The process that npm started, which passes signals on, is gone.
    if (process.send) {
      process.once('disconnect', () => this.#asked());
      process.channel?.unref();
    }
  }

  #asked(): void {
    const now = performance.now();
    if (this.#askedAt === null) {
      this.#askedAt = now;
      say('\nStopping …');
      this.stop().then(
        () => {
          say(`Stopped in ${seconds(now)}.`);
          process.exit(0);
        },
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
    } else if (now - this.#askedAt > samePress) {
      this.#kill();
      process.exit(130);
    }
  }

  #kill(): void {
    for (const { kill } of this.#steps.toReversed()) kill?.();
  }

  /** Stops everything. Calling it again waits for the same. */
  stop(): Promise<void> {
    this.#stopping ??= this.#run();
    return this.#stopping;
  }

  async #run(): Promise<void> {
    const late = setTimeout(() => {
      this.#kill();
      process.exit(1);
    }, limit);
    try {
      for (const { stop } of this.#steps.toReversed()) await stop();
    } finally {
      clearTimeout(late);
    }
  }
}
