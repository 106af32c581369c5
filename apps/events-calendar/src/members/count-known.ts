import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** How much the calendar has been told. */
export interface Known {
  /** Without records that were merged into others. */
  readonly people: number;
  readonly organisations: number;
  /** When the newest message from `members` was handled; `null` when none was, or none lately. */
  readonly lastToldAt: Date | null;
  /** Whether a request for all of it is still on its way. */
  readonly isAsking: boolean;
}

@Injectable()
export class CountKnown {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async count(): Promise<Known> {
    const rows: Known[] = await this.dataSource.query(
      `SELECT (SELECT count(*)::int FROM people WHERE merged_into IS NULL) AS people,
         (SELECT count(*)::int FROM organisations) AS organisations,
         (SELECT max(handled_at) FROM inbox WHERE type LIKE 'members.%') AS "lastToldAt",
         EXISTS (SELECT FROM outbox WHERE type = 'events-calendar.replay-requested.v1' AND delivered_at IS NULL)
           AS "isAsking"`,
    );
    return rows[0] ?? { people: 0, organisations: 0, lastToldAt: null, isAsking: false };
  }
}
