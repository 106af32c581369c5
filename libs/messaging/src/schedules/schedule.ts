import type { Temporal } from 'temporal-polyfill';

/** When something is due again and again. */
export type Every =
  /**
   * In milliseconds. It is due at the whole multiples since the beginning of 1970, so that all replicas mean the same
   * moments.
   */
  | number
  /** Every day when a clock in the zone shows that time ("03:30"; a time that is left out that day comes an hour later). */
  | { readonly dailyAt: string; readonly zone: string };

/** What an app does whenever it is due. One class each, provided by `messaging`. */
export interface Schedule {
  /** In kebab-case, and no other schedule of the app has it. Another name is another schedule. */
  readonly name: string;
  readonly every: Every;
  /**
   * Does all that is due until then: due times that were missed are not made up one by one. It is called once for a due
   * time, however many replicas run, and never while another call of it is at work. What it throws is logged and kept, and it
   * is tried again later, until the next due time. When its process dies it is called again, so what it has done by then must
   * be found done.
   *
   * @param stopping when the service is to stop; a long run looks at it between its steps
   *   (`stopping.throwIfAborted()`), and another replica, or the next start, takes it up
   */
  run(dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void>;
}

/**
 * An app's schedules by their names.
 *
 * @throws Error when two have one name, or a name is not in kebab-case
 */
export function schedulesByName(schedules: readonly Schedule[]): ReadonlyMap<string, Schedule> {
  const byName = new Map<string, Schedule>();
  for (const schedule of schedules) {
    const { name } = schedule;
    if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`${name} is no name for a schedule`);
    if (byName.has(name)) throw new Error(`two schedules are called ${name}`);
    byName.set(name, schedule);
  }
  return byName;
}
