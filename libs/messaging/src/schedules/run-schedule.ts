import type { Temporal } from 'temporal-polyfill';
import type { Log } from '#platform';
import type { Schedule } from './schedule.js';
import type { RunClaim, ScheduleRuns } from './schedule-runs.js';

/** How long things take, in milliseconds. */
export interface ScheduleTiming {
  /** A process that says nothing for so long is taken for dead, and what it was at is taken up by another. */
  readonly lease: number;
  /** How long a run may take. */
  readonly limit: number;
  /** How soon what failed is tried again; each time twice as long. */
  readonly firstRetry: number;
  /** How soon it is looked again when another is at work, or our own database does not answer. */
  readonly postponement: number;
  /** How often it is seen whether the queue still has all schedules. */
  readonly lookEvery: number;
}

export const usualTiming: ScheduleTiming = {
  lease: 20_000,
  limit: 15 * 60_000,
  firstRetry: 30_000,
  postponement: 5000,
  lookEvery: 10_000,
};

/** How a run ended: well; it threw; or it was broken off, and is for another to take up. */
export type Outcome = 'done' | 'failed' | 'broken-off';

/** Is rejected when the signal is aborted, with its reason. */
async function broken(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const breakOff = () => reject(signal.reason);
    if (signal.aborted) breakOff();
    else signal.addEventListener('abort', breakOff, { once: true });
  });
}

/** The words of an error that are kept: with where it came from. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs a schedule for a due time that was claimed, keeps the claim alive meanwhile, and notes how it ended.
 *
 * @param stopping when the service stops; the run may go on for a while then, or break off
 * @throws Error when the database does not take how it ended; then it is taken up again once the lease is over
 */
export async function runSchedule(
  { schedule, runs, log, timing }: RunParts,
  dueAt: Temporal.Instant,
  claim: RunClaim,
  stopping: AbortSignal,
): Promise<Outcome> {
  const { name } = schedule;
  const about = { schedule: name, dueAt: dueAt.toString(), attempt: claim.attempt };
  const lost = new AbortController();
  const tooLong = AbortSignal.timeout(timing.limit);
  const renewing = setInterval(() => void renew(runs, claim, lost), timing.lease / 4);
  const began = performance.now();
  try {
    const signal = AbortSignal.any([stopping, lost.signal, tooLong]);
    await Promise.race([schedule.run(dueAt, signal), broken(lost.signal), broken(tooLong)]);
  } catch (error) {
    if (lost.signal.aborted) {
      log.warn(about, 'another has taken up what is due here');
      return 'broken-off';
    }
    if (stopping.aborted) {
      await runs.release(claim);
      return 'broken-off';
    }
    log.error({ err: error, ...about }, 'what was due could not be done');
    await runs.fail(
      claim,
      tooLong.aborted ? `It took longer than ${timing.limit / 1000} s.` : wordsOf(error),
      retryAfter(claim, timing),
    );
    return 'failed';
  } finally {
    clearInterval(renewing);
  }
  await runs.end(claim);
  log.debug({ ...about, ms: Math.round(performance.now() - began) }, 'what was due is done');
  return 'done';
}

/** After how long what failed is tried again, in milliseconds. */
export function retryAfter({ attempt }: RunClaim, { firstRetry }: ScheduleTiming): number {
  return firstRetry * 2 ** (attempt - 1);
}

export interface RunParts {
  readonly schedule: Schedule;
  readonly runs: ScheduleRuns;
  readonly log: Log;
  readonly timing: ScheduleTiming;
}

/** While the database does not answer, nobody else can claim it either. */
async function renew(runs: ScheduleRuns, claim: RunClaim, lost: AbortController): Promise<void> {
  const isGood = await runs.renew(claim).catch(() => true);
  if (!isGood) lost.abort(new Error('the claim was lost'));
}
