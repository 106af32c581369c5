import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { isId } from '../domain/ids.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { byScore } from './domain/risk.js';
import { RiskRow } from './risk.entity.js';

/** What could go wrong on a visit. */
@Injectable()
export class ReadRisks {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that matter most first. */
  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<readonly RiskRow[]> {
    return byScore(await manager.find(RiskRow, { where: { visitId }, order: { id: 'ASC' } }));
  }

  /** @throws Problem 404 */
  async one({ visitId, id }: Omit<SeenThing, 'version'>): Promise<RiskRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(RiskRow, { id, visitId }) : null;
    return asSeen(row, { version: null }, 'risk');
  }
}
