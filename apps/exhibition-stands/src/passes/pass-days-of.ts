import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';

/** On which days people of a team get in: those for which their pass is issued, or collected. */
@Injectable()
export class PassDaysOf {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @returns ISO days in order, by the member's id; who has none is not there. `null`: nobody needs a pass
   */
  async of(
    { id, passesNeeded }: Pick<Exhibition, 'id' | 'passesNeeded'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly string[]> | null> {
    if (!passesNeeded) return null;
    const rows: { memberId: string; days: string[] }[] = await manager.query(
      `SELECT team_member_id AS "memberId", array_agg(day::text ORDER BY day) AS days FROM passes
       WHERE exhibition_id = $1 AND status IN ('issued', 'collected') GROUP BY team_member_id`,
      [id],
    );
    return new Map(rows.map(({ memberId, days }) => [memberId, days]));
  }
}
