import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

/** What an exhibition did with an item. */
export interface Use {
  readonly itemId: string;
  /** Handed out or found missing there, less what came back. */
  readonly used: number;
  /** What is there still. */
  readonly remains: number;
  /** What was brought there, less what was taken away again before anything was used. */
  readonly brought: number;
}

/** Reads what was used at exhibitions. */
@Injectable()
export class ReadUse {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Every item of the stock that was ever at the stand of an exhibition or is there. What is received is no use turned round,
   * nor is what was received by mistake and corrected; what a count finds missing was used.
   */
  of(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Use[]> {
    return manager.query(
      `WITH own AS (SELECT id FROM stock_places WHERE exhibition_id = $1),
       lines AS (
         SELECT m.item_id, m.from_place_id AS source, m.to_place_id AS target, m.quantity, coalesce(o.kind, m.kind) AS kind
         FROM stock_movements m JOIN stock_acts a ON a.id = m.act_id LEFT JOIN stock_movements o ON o.id = m.corrects
         WHERE a.exhibition_id = $1),
       used AS (
         SELECT item_id,
           sum(CASE WHEN kind IN ('receive', 'move') THEN 0 WHEN target IS NULL THEN quantity WHEN source IS NULL THEN -quantity
             ELSE 0 END) AS used,
           sum(CASE WHEN kind IN ('receive', 'move') AND target IN (SELECT id FROM own)
             AND (source IS NULL OR source NOT IN (SELECT id FROM own)) THEN quantity ELSE 0 END) AS brought
         FROM lines GROUP BY item_id),
       there AS (
         SELECT item_id, sum(quantity) AS remains FROM stock_levels
         WHERE place_id IN (SELECT id FROM own) AND quantity > 0 GROUP BY item_id)
       SELECT i.id AS "itemId", coalesce(u.used, 0)::integer AS used, coalesce(t.remains, 0)::integer AS remains,
         coalesce(u.brought, 0)::integer AS brought
       FROM stock_items i LEFT JOIN used u ON u.item_id = i.id LEFT JOIN there t ON t.item_id = i.id
       WHERE u.item_id IS NOT NULL OR t.item_id IS NOT NULL ORDER BY i.name, i.id`,
      [exhibitionId],
    );
  }
}
