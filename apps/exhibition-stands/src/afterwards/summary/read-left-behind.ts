import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { PlaceKind } from '../../stock/domain/place-details.js';

/** Something that is to be brought home. */
export interface LeftBehind {
  readonly itemId: string;
  readonly name: string;
  readonly unit: string;
  readonly units: string;
  readonly quantity: number;
  readonly place: { readonly code: string; readonly name: string; readonly kind: PlaceKind };
}

/** Reads what of the stock is still out after an exhibition. */
@Injectable()
export class ReadLeftBehind {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What is at the stand, in boxes and cars there, and in any car that something of this exhibition was put into. */
  of(exhibitionId: string): Promise<LeftBehind[]> {
    return this.dataSource.query(
      `SELECT i.id AS "itemId", i.name, i.unit, i.units, l.quantity,
         json_build_object('code', p.code, 'name', p.name, 'kind', p.kind) AS place
       FROM stock_levels l JOIN stock_places p ON p.id = l.place_id JOIN stock_items i ON i.id = l.item_id
       WHERE l.quantity > 0 AND (p.exhibition_id = $1 OR (p.kind = 'car' AND EXISTS (
         SELECT FROM stock_movements m JOIN stock_acts a ON a.id = m.act_id
         WHERE a.exhibition_id = $1 AND m.to_place_id = p.id AND m.item_id = i.id)))
       ORDER BY p.kind DESC, p.code, i.name, i.id`,
      [exhibitionId],
    );
  }
}
