import { DelayedError } from 'bullmq';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { AppName, Message } from '#contracts';
import type { Log } from '#platform';
import type { DeadLetters } from './dead-letters.js';
import { handleOnce, type Handling } from './handle-once.js';
import type { Handlers } from './handlers.js';
import { readMessage } from './job.js';
import type { MessageWorker } from './message-worker.js';
import type { MessageJob, Queues } from './queues.js';
import { delayAfter, type Retries } from './retries.js';
import { Turns } from './turns.js';

/** How many messages are handled side by side; each takes a connection of those that pages need too. */
export const handledAtOnce = 4;

/** How soon it is tried again when the queue cannot be reached, in milliseconds. */
const retryAfter = 1000;

/** A message whose process died is taken up by another after about so long, in milliseconds. */
const lockDuration = 15_000;

/** A message that so many processes died of is at fault itself. */
const deathsAtMost = 5;

/** The same trouble is told so often at most, in milliseconds. */
const tellEvery = 10_000;

export interface ConsumerParts {
  readonly app: AppName;
  readonly dataSource: DataSource;
  readonly queues: Queues;
  readonly handlers: Handlers;
  readonly deadLetters: DeadLetters;
  readonly retries: Retries;
  readonly handling: Handling;
  /** Told of each message that was handled and how long that took, in milliseconds, once it is committed. */
  readonly handled?: (messageId: string, ms: number) => void;
  readonly log: Log;
}

/** Handles what comes in an app's queue. Replicas may each run one. */
export class Consumer {
  private readonly turns = new Turns();
  private readonly told = new Map<string, number>();
  private worker: MessageWorker | null = null;
  private connecting: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: ConsumerParts) {}

  /** Connects in the background and keeps trying; never throws. */
  start(): void {
    this.connecting = this.connect();
  }

  /**
   * Takes up no more messages and finishes those at hand.
   *
   * @param grace after so long it waits no more, in milliseconds; what is not finished then comes again elsewhere
   */
  async stop(grace: number): Promise<void> {
    this.stopping.abort();
    await this.connecting;
    const { worker } = this;
    if (!worker) return;
    const closing = worker.close();
    const late = new AbortController();
    const finished = await Promise.race([
      closing.then(() => true),
      wait(grace, false, { signal: late.signal }).catch(() => true),
    ]);
    late.abort();
    if (!finished) this.parts.log.warn('messages at hand were not finished in time; they will come again');
  }

  private async connect(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && this.worker === null) {
      try {
        await this.parts.queues.check();
        await this.buryLeftovers();
        if (!signal.aborted) this.worker = await this.newWorker();
      } catch (error) {
        this.tell(error);
        await wait(retryAfter, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async newWorker(): Promise<MessageWorker> {
    const { app, queues, retries } = this.parts;
    const worker = queues.worker(app, (job, token) => this.process(job, token), {
      concurrency: handledAtOnce,
      lockDuration,
      stalledInterval: lockDuration / 3,
      maxStalledCount: deathsAtMost,
      runRetryDelay: retryAfter,
      settings: { backoffStrategy: (failures) => delayAfter(failures, retries, Math.random()) },
    });
    worker.on('error', (error) => this.tell(error));
    worker.on('failed', (job, error) => {
      // The queue gives up on its own account only when processes have died of the message.
      if (job?.finishedOn !== undefined) this.buryGivenUp(job, error).catch((failure) => this.tell(failure));
    });
    try {
      await worker.waitUntilReady();
      return worker;
    } catch (error) {
      // One that could not connect at first would never try again.
      await worker.close(true).catch(() => undefined);
      throw error;
    }
  }

  private async bury(job: MessageJob, error: unknown): Promise<void> {
    await this.parts.deadLetters.add(job, error, job.attemptsStarted);
    this.parts.log.error({ err: error, jobId: job.id, type: job.name }, 'message given up');
  }

  private async buryGivenUp(job: MessageJob, error: unknown): Promise<void> {
    await this.bury(job, error);
    await job.remove();
  }

  /** What the queue gave up while nobody was there to keep it. */
  private async buryLeftovers(): Promise<void> {
    const queue = this.parts.queues.queue(this.parts.app);
    queue.on('error', (error) => this.tell(error));
    try {
      for (const job of await queue.getFailed()) await this.buryGivenUp(job, job.failedReason);
    } finally {
      await queue.close();
    }
  }

  private async process(job: MessageJob, token: string | undefined): Promise<void> {
    let message: Message;
    try {
      message = readMessage(job.name, job.data);
      if (!this.parts.handlers.has(message.type)) {
        throw new Error(`${message.type} is not for ${this.parts.app} to handle`);
      }
    } catch (error) {
      return this.unlessUnreachable(job, token, () => this.bury(job, error));
    }
    return this.turns.take(message.aggregate.id, () => this.handle(job, token, message));
  }

  private async handle(job: MessageJob, token: string | undefined, message: Message): Promise<void> {
    const { dataSource, handlers, handling, log, retries } = this.parts;
    const handler = handlers.get(message.type);
    if (!handler) throw new Error(`${message.type} has no handler`);
    const { id: messageId, type, correlationId } = message;
    const began = performance.now();
    try {
      const isNew = await handleOnce(dataSource, handler, message, handling);
      const ms = Math.round(performance.now() - began);
      if (isNew) this.parts.handled?.(messageId, ms);
      log.info(
        { messageId, type, correlationId, ms },
        isNew ? 'message handled' : 'message was handled before',
      );
    } catch (error) {
      const attempt = job.attemptsMade + 1;
      if (attempt >= retries.attempts) {
        return this.unlessUnreachable(job, token, () => this.bury(job, error));
      }
      await this.unlessUnreachable(job, token, async () => void (await dataSource.query('SELECT 1')));
      log.warn({ err: error, messageId, type, correlationId, attempt }, 'message not handled; trying again');
      throw error;
    }
  }

  /**
   * Does what follows a failure. When our own database does not even take that, the message is not at fault: it waits, and
   * the attempt does not count.
   */
  private async unlessUnreachable(
    job: MessageJob,
    token: string | undefined,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.tell(error);
      await job.moveToDelayed(Date.now() + this.parts.retries.postponement, token);
      throw new DelayedError();
    }
  }

  private tell(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    const now = performance.now();
    if (now - (this.told.get(words) ?? Number.NEGATIVE_INFINITY) < tellEvery) return;
    if (this.told.size > 100) this.told.clear();
    this.told.set(words, now);
    this.parts.log.warn({ err: error }, 'messages are not coming in');
  }
}
