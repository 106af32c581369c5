import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MovementKind } from './domain/movement.js';
import { StockActRow } from './stock-act.entity.js';
import { StockItemRow } from './stock-item.entity.js';
import { StockPlaceRow } from './stock-place.entity.js';

/** A line of the ledger; it is written once, and the database lets nobody change it. */
@Entity('stock_movements')
@Index('stock_movements_item_idx', ['itemId', 'id'])
@Index('stock_movements_from_idx', ['fromPlaceId', 'id'])
@Index('stock_movements_to_idx', ['toPlaceId', 'id'])
@Index('stock_movements_act_idx', ['actId'])
@Index('stock_movements_corrects_idx', ['corrects'], { where: 'corrects IS NOT NULL' })
@Check('stock_movements_quantity_check', 'quantity > 0')
@Check('stock_movements_places_check', 'from_place_id IS DISTINCT FROM to_place_id')
export class StockMovementRow {
  /** In the order of time. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'act_id', type: 'uuid' })
  @ForeignKey(() => StockActRow, { name: 'stock_movements_act_id_fkey' })
  actId!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => StockItemRow, { name: 'stock_movements_item_id_fkey' })
  itemId!: string;

  @Column({ name: 'from_place_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_movements_from_place_id_fkey' })
  fromPlaceId!: string | null;

  @Column({ name: 'to_place_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_movements_to_place_id_fkey' })
  toPlaceId!: string | null;

  @Column({ type: 'integer' })
  quantity!: number;

  @Column({ type: 'text' })
  kind!: MovementKind;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** The movement that this one sets right. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => StockMovementRow, { name: 'stock_movements_corrects_fkey' })
  corrects!: string | null;
}

/** What was known and what was counted; written once. */
@Entity('stock_counts')
@Check('stock_counts_quantities_check', 'known >= 0 AND counted >= 0')
export class StockCountRow {
  @PrimaryColumn({ name: 'act_id', type: 'uuid' })
  @ForeignKey(() => StockActRow, { name: 'stock_counts_act_id_fkey' })
  actId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => StockItemRow, { name: 'stock_counts_item_id_fkey' })
  itemId!: string;

  @Column({ type: 'integer' })
  known!: number;

  @Column({ type: 'integer' })
  counted!: number;
}

/** What the ledger comes to; kept in the transaction that writes it. */
@Entity('stock_levels')
@Index('stock_levels_place_idx', ['placeId'])
@Check('stock_levels_quantity_check', 'quantity >= 0')
export class StockLevelRow {
  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => StockItemRow, { name: 'stock_levels_item_id_fkey' })
  itemId!: string;

  @PrimaryColumn({ name: 'place_id', type: 'uuid' })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_levels_place_id_fkey' })
  placeId!: string;

  @Column({ type: 'integer' })
  quantity!: number;
}
