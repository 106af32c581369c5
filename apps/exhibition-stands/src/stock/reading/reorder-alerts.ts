import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { itemPath } from '../addresses.js';
import { amountOf } from '../in-words.js';

/** An item of which more should be ordered, as a task for staff. */
export interface ReorderAlert {
  readonly itemId: string;
  readonly name: string;
  /** In all places. */
  readonly remains: number;
  readonly reorderLevel: number;
  /** "Order more case-studies packs: 12 packs remain." */
  readonly text: string;
  /** The item’s own page. */
  readonly href: string;
}

/** Says of what more should be ordered: by what remains in all places, not by what there once was. */
@Injectable()
export class ReorderAlerts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(): Promise<readonly ReorderAlert[]> {
    const rows: {
      itemId: string;
      name: string;
      unit: string;
      units: string;
      remains: number;
      reorderLevel: number;
    }[] = await this.dataSource.manager.query(
      `SELECT i.id AS "itemId", i.name, i.unit, i.units, i.reorder_level AS "reorderLevel",
         coalesce(sum(l.quantity), 0)::integer AS remains
       FROM stock_items i LEFT JOIN stock_levels l ON l.item_id = i.id
       WHERE i.reorder_level IS NOT NULL GROUP BY i.id
       HAVING coalesce(sum(l.quantity), 0) <= i.reorder_level ORDER BY i.name, i.id`,
    );
    return rows.map(({ unit, units, ...row }) => ({
      ...row,
      text: `Order more of “${row.name}”: ${row.remains === 0 ? `no ${units} remain` : `${amountOf(row.remains, { unit, units })} ${row.remains === 1 ? 'remains' : 'remain'}`}.`,
      href: itemPath(row.itemId),
    }));
  }
}
