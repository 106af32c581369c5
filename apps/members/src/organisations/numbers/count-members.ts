import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Category, Status } from '../domain/organisation.js';
import type { CountedChange } from './domain/numbers.js';

interface Row {
  readonly on: string | null;
  readonly fromCategory: Category | null;
  readonly fromStatus: Status | null;
  readonly category: Category;
  readonly status: Status;
  readonly count: number;
}

/** Reads what the numbers over time are counted from. */
@Injectable()
export class CountMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every change of category or status, those that are alike together; in the order of their days. */
  async changes(): Promise<readonly CountedChange[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT on_date AS "on", from_category AS "fromCategory", from_status AS "fromStatus", category, status,
         count(*)::int AS count
       FROM membership_changes GROUP BY 1, 2, 3, 4, 5 ORDER BY 1 NULLS FIRST`,
    );
    return rows.map(({ on, fromCategory, fromStatus, category, status, count }) => ({
      on,
      from:
        fromCategory === null || fromStatus === null ? null : { category: fromCategory, status: fromStatus },
      to: { category, status },
      count,
    }));
  }
}
