import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '#platform';
import { hashOf } from '../secrets.js';

/** What is counted, for whom, and for how long at a time. */
export interface Bucket {
  /** The parts are kept as one hash: `['asks', '192.0.2.1']`. */
  readonly of: readonly string[];
  readonly span: Temporal.Duration;
}

/** How far a bucket is filled. */
export interface Filled {
  /** This time included. */
  readonly count: number;
  readonly endsAt: Temporal.Instant;
}

/** Counts in the database, so that all replicas agree. A span begins with the first time that something is counted. */
@Injectable()
export class Limits {
  /** Counts once more. Whoever counts at the same time in the same bucket waits until the transaction ends. */
  async count(manager: EntityManager, { of, span }: Bucket, now: Temporal.Instant): Promise<Filled> {
    const [row]: { count: number; ends_at: Date }[] = await manager.query(
      `INSERT INTO limits (bucket, count, ends_at) VALUES ($1, 1, $3)
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN limits.ends_at <= $2 THEN 1 ELSE limits.count + 1 END,
         ends_at = CASE WHEN limits.ends_at <= $2 THEN excluded.ends_at ELSE limits.ends_at END
       RETURNING count, ends_at`,
      [keyOf(of), dateOf(now), dateOf(now.add(span))],
    );
    if (!row) throw new Error('counting gave no count');
    return { count: row.count, endsAt: instantOf(row.ends_at) };
  }

  /** Takes one back that turned out to be fine. */
  async giveBack(manager: EntityManager, of: readonly string[]): Promise<void> {
    await manager.query('UPDATE limits SET count = count - 1 WHERE bucket = $1 AND count > 0', [keyOf(of)]);
  }
}

const keyOf = (of: readonly string[]): string => hashOf(JSON.stringify(of));
