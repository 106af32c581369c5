import type { MessageQueue, Queues } from '#messaging';
import type { Log } from '#platform';

const jobOptions = {
  removeOnComplete: true,
  attempts: 1_000_000,
  backoff: { type: 'fixed', delay: 5000 },
  stackTraceLimit: 1,
} as const;

/** Puts searches into a queue: jobs only wake a worker, what is to be done is in the rows. */
export class SearchQueue {
  #opened: MessageQueue | null = null;

  constructor(
    /** The queue's name. */
    readonly name: string,
    private readonly queues: Queues,
    private readonly log: Log,
  ) {}

  /** Has a search taken up soon. A queue that does not answer is no failure: searches that wait are looked for again. */
  async wake(searchId: string): Promise<void> {
    try {
      await this.queues.check();
      await this.#queue().add('search', { searchId }, { ...jobOptions, jobId: searchId });
    } catch (error) {
      this.log.warn({ err: error, searchId }, 'a search waits, as the queue does not answer');
      await this.close();
    }
  }

  async close(): Promise<void> {
    const queue = this.#opened;
    this.#opened = null;
    await queue?.close().catch(() => undefined);
  }

  #queue(): MessageQueue {
    // What goes wrong is told by the call that it concerns.
    this.#opened ??= this.queues.queue(this.name).on('error', () => undefined);
    return this.#opened;
  }
}
