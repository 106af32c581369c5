import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { isId } from '../../domain/ids.js';
import { StockActRow } from '../stock-act.entity.js';
import { StockPlaceRow } from '../stock-place.entity.js';

/** One item of a count, as known before and as counted. */
export interface CountLine {
  readonly itemId: string;
  readonly name: string;
  readonly unit: string;
  readonly units: string;
  readonly known: number;
  readonly counted: number;
}

export interface ReadCountResult {
  readonly act: StockActRow;
  readonly place: StockPlaceRow;
  readonly lines: readonly CountLine[];
}

/** What came of a count. */
@Injectable()
export class ReadCount {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async of(actId: string): Promise<ReadCountResult> {
    const { manager } = this.dataSource;
    const act = isId(actId) ? await manager.findOneBy(StockActRow, { id: actId, kind: 'count' }) : null;
    const place = act?.placeId ? await manager.findOneBy(StockPlaceRow, { id: act.placeId }) : null;
    if (act === null || place === null) throw notFound('There is no such count.');
    const lines: CountLine[] = await manager.query(
      `SELECT c.item_id AS "itemId", i.name, i.unit, i.units, c.known, c.counted
       FROM stock_counts c JOIN stock_items i ON i.id = c.item_id WHERE c.act_id = $1 ORDER BY i.name, i.id`,
      [act.id],
    );
    return { act, place, lines };
  }
}
