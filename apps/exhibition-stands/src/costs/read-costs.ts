import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isId } from '../domain/ids.js';
import { asSeen, type SeenThing } from '../plans/problems.js';
import { CostRow } from './cost.entity.js';
import { costCategories } from './domain/cost.js';

/** What an exhibition may cost, and did. */
@Injectable()
export class ReadCosts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By category. */
  async of(exhibitionId: string): Promise<readonly CostRow[]> {
    const rows = await this.dataSource.manager.find(CostRow, {
      where: { exhibitionId },
      order: { id: 'ASC' },
    });
    const place = ({ category }: CostRow) => costCategories.indexOf(category);
    return rows.toSorted((one, other) => place(one) - place(other));
  }

  /** @throws Problem 404 */
  async one({ exhibitionId, id }: Omit<SeenThing, 'version'>): Promise<CostRow> {
    const row = isId(id) ? await this.dataSource.manager.findOneBy(CostRow, { id, exhibitionId }) : null;
    return asSeen(row, { version: null }, 'cost');
  }
}
