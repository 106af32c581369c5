import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, notFound } from '#platform';
import type { MovementKind } from '../domain/movement.js';

/** A line of the ledger with the names of what it is about. */
export interface LedgerLine {
  readonly id: string;
  readonly actId: string;
  readonly kind: MovementKind;
  readonly at: Date;
  readonly itemId: string;
  readonly item: string;
  readonly unit: string;
  readonly units: string;
  readonly from: string | null;
  readonly fromCode: string | null;
  readonly to: string | null;
  readonly toCode: string | null;
  readonly quantity: number;
  readonly corrects: string | null;
  readonly note: string;
  readonly by: string;
  readonly exhibition: string | null;
}

/** Which lines are wanted. */
export interface LedgerFilter {
  readonly itemId?: string | undefined;
  readonly placeId?: string | undefined;
  readonly exhibitionId?: string | undefined;
}

/** Reads the ledger, the latest first. */
@Injectable()
export class ReadLedger {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param before the id of the line after which they begin; `null`: from the latest
   * @param most `null`: all
   */
  lines(filter: LedgerFilter, before: string | null, most: number | null): Promise<LedgerLine[]> {
    const where = new Conditions();
    if (filter.itemId !== undefined) where.add('m.item_id = ?', filter.itemId);
    if (filter.placeId !== undefined) {
      where.add('(m.from_place_id = ? OR m.to_place_id = ?)', filter.placeId, filter.placeId);
    }
    if (filter.exhibitionId !== undefined) where.add('a.exhibition_id = ?', filter.exhibitionId);
    if (before !== null) where.add('m.id < ?', before);
    return this.read(where, most);
  }

  /** @throws Problem 404 */
  async line(id: string): Promise<LedgerLine> {
    const [line] = await this.read(new Conditions().add('m.id = ?', id), 1);
    if (line === undefined) throw notFound('There is no such line in the ledger.');
    return line;
  }

  private read(where: Conditions, most: number | null): Promise<LedgerLine[]> {
    const limit = most === null ? '' : `LIMIT ${where.parameter(most)}`;
    return this.dataSource.manager.query(
      `SELECT m.id, m.act_id AS "actId", m.kind, m.at, m.item_id AS "itemId", i.name AS item, i.unit, i.units,
         f.name AS "from", f.code AS "fromCode", t.name AS "to", t.code AS "toCode", m.quantity, m.corrects,
         a.note, a.by_name AS by, e.title AS exhibition
       FROM stock_movements m JOIN stock_acts a ON a.id = m.act_id JOIN stock_items i ON i.id = m.item_id
         LEFT JOIN stock_places f ON f.id = m.from_place_id LEFT JOIN stock_places t ON t.id = m.to_place_id
         LEFT JOIN exhibitions e ON e.id = a.exhibition_id
       WHERE ${where.sql} ORDER BY m.id DESC ${limit}`,
      where.parameters,
    );
  }

  /**
   * What there was of an item at the end of each day on which that changed.
   *
   * @param zone whose days
   * @returns the oldest day first
   */
  remainsByDay(itemId: string, zone: string): Promise<{ day: string; remains: number }[]> {
    return this.dataSource.manager.query(
      `SELECT day::text, sum(change) OVER (ORDER BY day)::integer AS remains FROM (
         SELECT (at AT TIME ZONE $2)::date AS day, sum(quantity * (
           CASE WHEN to_place_id IS NULL THEN 0 ELSE 1 END - CASE WHEN from_place_id IS NULL THEN 0 ELSE 1 END)) AS change
         FROM stock_movements WHERE item_id = $1 GROUP BY 1) AS days
       ORDER BY day`,
      [itemId, zone],
    );
  }
}
