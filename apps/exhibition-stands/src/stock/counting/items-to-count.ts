import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { StockItemRow } from '../stock-item.entity.js';

/** What is to be counted in a place. */
@Injectable()
export class ItemsToCount {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Those that are or ever were there, so that the list does not tell which are there still.
   *
   * @param all every item of the stock
   */
  of(placeId: string, all: boolean): Promise<Pick<StockItemRow, 'id' | 'name' | 'units'>[]> {
    return this.dataSource.manager.query(
      `SELECT i.id, i.name, i.units FROM stock_items i
       WHERE $2 OR EXISTS (SELECT FROM stock_levels l WHERE l.item_id = i.id AND l.place_id = $1)
       ORDER BY i.name, i.id`,
      [placeId, all],
    );
  }
}
