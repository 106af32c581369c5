import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { ReferenceRow } from './reference.entity.js';

/** What colleagues say of applicants. Their text is for assessors and staff; applicants see no more than that it was given. */
@Injectable()
export class ReadReferences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In the order in which they were asked. */
  of(applicationId: string, manager: EntityManager = this.dataSource.manager): Promise<ReferenceRow[]> {
    return manager.find(ReferenceRow, { where: { applicationId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  /** Those that were given, of several applications, by its id. */
  async given(applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReferenceRow[]>> {
    const rows = await this.dataSource.manager.find(ReferenceRow, {
      where: { applicationId: In([...applicationIds]), status: 'given' },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    return Map.groupBy(rows, ({ applicationId }) => applicationId);
  }
}
