import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** A line of a packing list, with the names of what it is about. */
export interface PackingLine {
  readonly id: string;
  readonly itemId: string;
  readonly item: string;
  readonly unit: string;
  readonly units: string;
  readonly quantity: number;
  readonly from: string;
  readonly fromCode: string;
  readonly into: string;
  readonly intoCode: string;
  /** How many are where they are to be taken from. */
  readonly there: number;
  readonly packedAt: Date | null;
  readonly packedBy: string | null;
}

/** Reads packing lists. */
@Injectable()
export class ReadPacking {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By what it is packed into. */
  of(exhibitionId: string): Promise<PackingLine[]> {
    return this.dataSource.manager.query(
      `SELECT p.id, p.item_id AS "itemId", i.name AS item, i.unit, i.units, p.quantity, f.name AS "from", f.code AS "fromCode",
         t.name AS into, t.code AS "intoCode", coalesce(l.quantity, 0) AS there, a.at AS "packedAt", a.by_name AS "packedBy"
       FROM stock_packing p JOIN stock_items i ON i.id = p.item_id
         JOIN stock_places f ON f.id = p.from_place_id JOIN stock_places t ON t.id = p.into_place_id
         LEFT JOIN stock_levels l ON l.item_id = p.item_id AND l.place_id = p.from_place_id
         LEFT JOIN stock_acts a ON a.id = p.act_id
       WHERE p.exhibition_id = $1 ORDER BY t.code, i.name, f.code`,
      [exhibitionId],
    );
  }

  /** Exhibitions at which stock was used, the latest first: what a list may begin with. */
  earlier(exhibitionId: string): Promise<{ id: string; title: string }[]> {
    return this.dataSource.manager.query(
      `SELECT e.id, e.title FROM exhibitions e
       WHERE e.id <> $1 AND EXISTS (SELECT FROM stock_acts a WHERE a.exhibition_id = e.id)
       ORDER BY e.last_day DESC, e.id`,
      [exhibitionId],
    );
  }
}
