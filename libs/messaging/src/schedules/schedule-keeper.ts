import { Temporal } from 'temporal-polyfill';
import type { MessageQueue } from '../queues.js';
import { lastDue, nextDue, patternOf } from './due-times.js';
import type { Schedule } from './schedule.js';

/** A queue whose scheduler is behind by more than this has lost the job for it, in milliseconds. */
const overdueAfter = 60_000;

/** That a job was handled is known from its row in the database, so nothing of it is kept; and it is never given up. */
const jobOptions = {
  removeOnComplete: true,
  attempts: 1_000_000,
  backoff: { type: 'fixed', delay: 5000 },
  stackTraceLimit: 1,
} as const;

/**
 * Sees to it that a queue has a job scheduler for each declared schedule and no others, also when it was emptied.
 *
 * @param isFirst at the start of a service: what was due last is seen to, wherever its job may be
 */
export async function keepSchedulers(
  queue: MessageQueue,
  schedules: Iterable<Schedule>,
  isFirst: boolean,
): Promise<void> {
  const declared = new Map([...schedules].map((schedule) => [schedule.name, schedule]));
  const found = new Map((await queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler]));
  for (const key of found.keys()) if (!declared.has(key)) await queue.removeJobScheduler(key);
  const now = Temporal.Now.instant();
  for (const schedule of declared.values()) {
    const scheduler = found.get(schedule.name);
    const isThere =
      scheduler?.pattern === patternOf(schedule.every) &&
      (scheduler.next ?? 0) > now.epochMilliseconds - overdueAfter;
    if (!isThere) await putScheduler(queue, schedule);
    if (!isThere || isFirst) await wakeFor(queue, schedule, now);
  }
}

async function putScheduler(queue: MessageQueue, { name, every }: Schedule): Promise<void> {
  await queue.upsertJobScheduler(name, { pattern: patternOf(every) }, { name, opts: jobOptions });
}

/** A job beside those of the scheduler, for what was due last; if that is done, it comes to nothing. */
async function wakeFor(queue: MessageQueue, { name, every }: Schedule, now: Temporal.Instant): Promise<void> {
  const due = lastDue(every, now).epochMilliseconds;
  await queue.add(name, {}, { ...jobOptions, jobId: `${name}.${due}` });
}

/** How long until it is due again, in milliseconds. */
export function untilNext({ every }: Schedule, now: Temporal.Instant): number {
  return nextDue(every, now).epochMilliseconds - now.epochMilliseconds;
}
