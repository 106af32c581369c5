import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

/** How many passes the host gives for each day. */
@Injectable()
export class PassLimitsOf {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns places by the day (ISO), in order; a day that is not there has no limit */
  async run(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Readonly<Record<string, number>>> {
    const rows: { day: string; places: number }[] = await manager.query(
      'SELECT day::text, places FROM pass_limits WHERE exhibition_id = $1 ORDER BY day',
      [exhibitionId],
    );
    return Object.fromEntries(rows.map(({ day, places }) => [day, places]));
  }
}
