import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { DelayedError } from 'bullmq';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessageJob, Queues } from '#messaging';
import type { Log } from '#platform';
import type { SearchOutcome } from './run-search.js';
import type { SearchQueue } from './search-queue.js';

type QueueWorker = ReturnType<Queues['worker']>;

/** A job whose process died comes back to another after about so long, in milliseconds. */
const lockDuration = 15_000;

/** How soon it is tried again when the queue, or whoever is at a search, does not answer, in milliseconds. */
const retryAfter = 5000;

/** What a worker looks at and has done. */
export interface SearchWorkerParts {
  readonly queues: Queues;
  readonly queue: SearchQueue;
  readonly rows: { waiting(): Promise<readonly string[]> };
  readonly search: { run(id: string, stopping: AbortSignal): Promise<SearchOutcome> };
  readonly log: Log;
}

/** Takes up the searches in the queue, one after the other, for as long as the service runs. Replicas may each have one. */
export class SearchWorker implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #stopping = new AbortController();
  #worker: QueueWorker | null = null;
  #connecting: Promise<void> = Promise.resolve();

  constructor(private readonly parts: SearchWorkerParts) {}

  onApplicationBootstrap(): void {
    this.#connecting = this.#connect();
  }

  /** The search at hand ends at once, and is there for another, or for the next start. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await this.#connecting;
    await this.#worker?.close();
    await this.parts.queue.close();
    await this.parts.queues.close();
  }

  /** Puts what nobody is at into the queue, whatever that has lost. */
  async wakeWaiting(): Promise<void> {
    for (const id of await this.parts.rows.waiting()) await this.parts.queue.wake(id);
  }

  async #connect(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted && this.#worker === null) {
      try {
        await this.parts.queues.check();
        await this.wakeWaiting();
        if (!signal.aborted) this.#worker = await this.#newWorker();
      } catch (error) {
        this.parts.log.warn({ err: error }, 'searches are not taken up; trying again');
        await wait(retryAfter, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #newWorker(): Promise<QueueWorker> {
    const worker = this.parts.queues.worker(
      this.parts.queue.name,
      (job, token) => this.#process(job, token),
      {
        concurrency: 1,
        lockDuration,
        stalledInterval: lockDuration / 3,
        // How often a search is begun is for its row to say.
        maxStalledCount: 1_000_000,
        runRetryDelay: 1000,
      },
    );
    worker.on('error', (error) =>
      this.parts.log.warn({ err: error }, 'the queue of the searches has trouble'),
    );
    try {
      await worker.waitUntilReady();
      return worker;
    } catch (error) {
      // One that could not connect at first would never try again.
      await worker.close(true).catch(() => undefined);
      throw error;
    }
  }

  async #process(job: MessageJob, token: string | undefined): Promise<void> {
    const { signal } = this.#stopping;
    const outcome = await this.parts.search.run(job.id ?? '', signal);
    if (outcome === 'over') return;
    await job.moveToDelayed(Date.now() + (signal.aborted ? 0 : retryAfter), token);
    throw new DelayedError();
  }
}
