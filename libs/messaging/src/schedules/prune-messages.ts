import type { DataSource } from 'typeorm';
import { prune } from '../prune.js';
import type { Schedule } from './schedule.js';

/** How long it is known that something that was due went well, in days: longer than until it is due again. */
const doneDays = 2;

/** How long it is known that it did not, in days. */
const failedDays = 30;

/** Deletes messages that were delivered or handled long ago, and what is known of due times long past. */
export class PruneMessages implements Schedule {
  readonly name = 'prune-messages';
  readonly every = 60 * 60_000;

  constructor(private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await prune(this.dataSource);
    await this.dataSource.query(
      `DELETE FROM schedule_runs WHERE began_at < now() - make_interval(days => CASE WHEN error IS NULL THEN $1::int ELSE $2::int END)
         AND began_at < now() - make_interval(days => $1::int) AND ended_at IS NOT NULL`,
      [doneDays, failedDays],
    );
  }
}
