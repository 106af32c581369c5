import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ConsiderationRow } from './consideration.entity.js';

/** What was considered of the rules of package travel. */
@Injectable()
export class ReadConsideration {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** `null`: nobody has answered the questions. */
  of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<ConsiderationRow | null> {
    return manager.findOneBy(ConsiderationRow, { visitId });
  }
}
