import { DelayedError } from 'bullmq';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { AppName } from '#contracts';
import type { Log } from '#platform';
import type { MessageWorker } from '../message-worker.js';
import type { MessageJob, MessageQueue, Queues } from '../queues.js';
import { everyOf, lastDue, nextDue } from './due-times.js';
import { retryAfter, runSchedule, type ScheduleTiming } from './run-schedule.js';
import type { Schedule } from './schedule.js';
import { keepSchedulers, untilNext } from './schedule-keeper.js';
import { attemptsAtMost, type ScheduleRuns } from './schedule-runs.js';

/** How many schedules are worked on side by side in one process. */
const concurrency = 3;

/** A job whose process died comes back to another after about so long, in milliseconds. */
const lockDuration = 15_000;

/** For so long a job that is not known here is left for a replica that knows it, in milliseconds. */
const strangerWaits = 60_000;

export interface ScheduleParts {
  readonly app: AppName;
  readonly queues: Queues;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly runs: ScheduleRuns;
  readonly timing: ScheduleTiming;
  readonly log: Log;
  /** False runs whatever comes as often as it comes: for tests that have to see what the claims are good for. */
  readonly isClaiming: boolean;
}

/** The queue's own schedulers say when; what is due then is for us to say. */
const settings = {
  repeatStrategy: (after: number, { pattern }: { readonly pattern?: string }) =>
    nextDue(everyOf(pattern ?? ''), Temporal.Instant.fromEpochMilliseconds(after)).epochMilliseconds,
};

/**
 * Runs an app's schedules when they are due. A job in the queue only wakes one of the replicas; what is due, and whether it
 * is done, is decided with a row in the app's database. Replicas may each have one.
 */
export class ScheduleWorker {
  private readonly stopping = new AbortController();
  private queue: MessageQueue | null = null;
  private worker: MessageWorker | null = null;
  private keeping: Promise<void> = Promise.resolve();
  private told = '';

  constructor(private readonly parts: ScheduleParts) {}

  /** Connects in the background and keeps trying; never throws. */
  start(): void {
    this.keeping = this.keep();
  }

  /**
   * Begins nothing more, and lets what is at work end or break off.
   *
   * @param grace after so long it waits no more, in milliseconds; what is not finished then is taken up elsewhere
   */
  async stop(grace: number): Promise<void> {
    this.stopping.abort(new Error('the service stops'));
    await this.keeping;
    const late = new AbortController();
    const closed = Promise.all([this.worker?.close(), this.queue?.close()]).then(() => true);
    const isFinished = await Promise.race([
      closed,
      wait(grace, false, { signal: late.signal }).catch(() => true),
    ]);
    late.abort();
    if (!isFinished) this.parts.log.warn('what was due was not finished in time; it will be taken up again');
  }

  /** For as long as it runs: has the queue keep the schedules, and works on what is due. */
  private async keep(): Promise<void> {
    const { parts, stopping } = this;
    let isFirst = true;
    while (!stopping.signal.aborted) {
      try {
        await parts.queues.check();
        this.queue ??= this.newQueue();
        await keepSchedulers(this.queue, parts.schedules.values(), isFirst);
        this.worker ??= await this.newWorker();
        isFirst = false;
        this.told = '';
      } catch (error) {
        this.tell(error);
        await this.forgetQueue();
      }
      await wait(parts.timing.lookEvery, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  private queueName(): string {
    return `${this.parts.app}-schedules`;
  }

  private newQueue(): MessageQueue {
    const queue = this.parts.queues.queue(this.queueName(), settings);
    queue.on('error', (error) => this.tell(error));
    return queue;
  }

  /** One that could not connect at first would never try again. */
  private async forgetQueue(): Promise<void> {
    const { queue } = this;
    this.queue = null;
    await queue?.close().catch(() => undefined);
  }

  private async newWorker(): Promise<MessageWorker> {
    const worker = this.parts.queues.worker(this.queueName(), (job, token) => this.process(job, token), {
      concurrency,
      lockDuration,
      stalledInterval: lockDuration / 3,
      // How often it is tried is for the rows in the database to say.
      maxStalledCount: 1_000_000,
      runRetryDelay: 1000,
      settings,
    });
    worker.on('error', (error) => this.tell(error));
    try {
      await worker.waitUntilReady();
      return worker;
    } catch (error) {
      await worker.close(true).catch(() => undefined);
      throw error;
    }
  }

  private async process(job: MessageJob, token: string | undefined): Promise<void> {
    const delay = await this.work(job).catch((error: unknown) => {
      this.tell(error);
      return this.parts.timing.postponement;
    });
    if (delay === null) return;
    await job.moveToDelayed(Date.now() + delay, token);
    throw new DelayedError();
  }

  /** @returns after how long the job shall come again, in milliseconds; `null` when it has served its purpose */
  private async work(job: MessageJob): Promise<number | null> {
    const { parts, stopping } = this;
    const schedule = parts.schedules.get(job.name);
    if (!schedule) {
      if (Date.now() - job.timestamp < strangerWaits) return parts.timing.postponement;
      parts.log.warn({ schedule: job.name }, 'there is no such schedule; left out');
      return null;
    }
    // The clock of whoever put the job there may be ahead of ours.
    const now = Math.max(Date.now(), job.opts.prevMillis ?? 0);
    const dueAt = lastDue(schedule.every, Temporal.Instant.fromEpochMilliseconds(now));
    if (!parts.isClaiming) {
      await schedule.run(dueAt, stopping.signal);
      return null;
    }
    const claim = await parts.runs.claim(schedule.name, dueAt);
    if (claim === 'done') return null;
    if (claim === 'busy') return parts.timing.postponement;
    const outcome = await runSchedule({ ...parts, schedule }, dueAt, claim, stopping.signal);
    if (outcome === 'broken-off') return stopping.signal.aborted ? 0 : parts.timing.postponement;
    if (outcome === 'done' || claim.attempt >= attemptsAtMost) return null;
    const retry = retryAfter(claim, parts.timing);
    return retry < untilNext(schedule, Temporal.Now.instant()) ? retry : null;
  }

  /** The same trouble is told once, until it is over. */
  private tell(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    if (words === this.told || this.stopping.signal.aborted) return;
    this.told = words;
    this.parts.log.warn({ err: error }, 'schedules are not kept; trying again');
  }
}
