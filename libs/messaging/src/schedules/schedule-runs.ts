import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf } from '#platform';

/** How often a due time is tried in all. */
export const attemptsAtMost = 5;

/**
 * Why a due time is not to be worked on now: it is over; or it will be later, as somebody is at work on it or on an earlier
 * one, or it has just failed.
 */
export type NoClaim = 'done' | 'busy';

/** A due time that this process alone may work on, while its lease lasts. */
export interface RunClaim {
  readonly token: string;
  /** Which time it is begun: 1 at first. */
  readonly attempt: number;
}

interface Standing {
  readonly dueAt: Date;
  readonly attempts: number;
  readonly isOver: boolean;
  readonly isHeld: boolean;
}

/** What has become of the due times of an app's schedules. Replicas share them through the database. */
export class ScheduleRuns {
  constructor(
    private readonly dataSource: DataSource,
    /** How long a process that says nothing more is waited for, in milliseconds. */
    private readonly lease: number,
  ) {}

  /**
   * Claims a due time, unless it is over or somebody is at work. What was begun for an earlier one by a process that has
   * died is closed: this run does its work.
   */
  async claim(name: string, dueAt: Temporal.Instant): Promise<RunClaim | NoClaim> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      await manager.query(
        `SELECT pg_advisory_xact_lock(hashtextextended($1, 'schedule_runs'::regclass::oid::bigint))`,
        [name],
      );
      const standing = await this.standing(manager, name, dueAt);
      if (standing.some(({ isHeld }) => isHeld)) return 'busy';
      const isThis = (row: Standing) => row.dueAt.getTime() === dueAt.epochMilliseconds;
      const attempts = standing.find(isThis)?.attempts ?? 0;
      await manager.query(
        `UPDATE schedule_runs SET ended_at = clock_timestamp(), error = 'Its process died.', claim = NULL, leased_until = NULL
         WHERE name = $1 AND ended_at IS NULL AND (due_at < $2 OR attempts >= $3)`,
        [name, dateOf(dueAt), attemptsAtMost],
      );
      if (standing.some(({ isOver }) => isOver) || attempts >= attemptsAtMost) return 'done';
      const token = randomUUID();
      await manager.query(
        `INSERT INTO schedule_runs AS run (name, due_at, attempts, began_at, claim, leased_until)
         VALUES ($1, $2, 1, clock_timestamp(), $3, clock_timestamp() + make_interval(secs => $4))
         ON CONFLICT (name, due_at) DO UPDATE SET attempts = run.attempts + 1, began_at = EXCLUDED.began_at,
           ended_at = NULL, error = NULL, claim = EXCLUDED.claim, leased_until = EXCLUDED.leased_until`,
        [name, dateOf(dueAt), token, this.lease / 1000],
      );
      return { token, attempt: attempts + 1 };
    });
  }

  /** What is not over, and what is due then or later. */
  private standing(manager: EntityManager, name: string, dueAt: Temporal.Instant): Promise<Standing[]> {
    return manager.query<Standing[]>(
      `SELECT due_at AS "dueAt", attempts, ended_at IS NOT NULL AND error IS NULL AS "isOver",
         coalesce(leased_until > clock_timestamp(), false) AS "isHeld"
       FROM schedule_runs WHERE name = $1 AND (ended_at IS NULL OR due_at >= $2)`,
      [name, dateOf(dueAt)],
    );
  }

  /** @returns whether the claim is still good; then it lasts for another lease */
  async renew({ token }: RunClaim): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      'UPDATE schedule_runs SET leased_until = clock_timestamp() + make_interval(secs => $2) WHERE claim = $1',
      [token, this.lease / 1000],
    );
    return count === 1;
  }

  async end({ token }: RunClaim): Promise<void> {
    await this.dataSource.query(
      `UPDATE schedule_runs SET ended_at = clock_timestamp(), claim = NULL, leased_until = NULL WHERE claim = $1`,
      [token],
    );
  }

  /**
   * @param error what it threw
   * @param retry after how long it may be claimed again, in milliseconds
   */
  async fail({ token }: RunClaim, error: string, retry: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE schedule_runs SET ended_at = clock_timestamp(), error = $2, claim = NULL,
         leased_until = clock_timestamp() + make_interval(secs => $3)
       WHERE claim = $1`,
      [token, error, retry / 1000],
    );
  }

  /** Gives it back as if it had not been begun. */
  async release({ token }: RunClaim): Promise<void> {
    await this.dataSource.query(
      'UPDATE schedule_runs SET attempts = attempts - 1, claim = NULL, leased_until = NULL WHERE claim = $1',
      [token],
    );
  }
}
