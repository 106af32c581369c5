import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import { StockActRow } from '../stock-act.entity.js';
import { StockItemRow } from '../stock-item.entity.js';
import { StockPlaceRow } from '../stock-place.entity.js';

export type TransportStatus = 'planned' | 'done' | 'called-off';

/** Who carries something from one place to another, and when. */
@Entity('stock_transports')
@Index('stock_transports_planned_idx', ['plannedAt'])
@Index('stock_transports_carrier_idx', ['carrierPersonId'], { where: 'carrier_person_id IS NOT NULL' })
@Check('stock_transports_places_check', 'from_place_id <> to_place_id')
export class StockTransportRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ExhibitionRow, { name: 'stock_transports_exhibition_id_fkey', onDelete: 'SET NULL' })
  exhibitionId!: string | null;

  @Column({ name: 'from_place_id', type: 'uuid' })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_transports_from_place_id_fkey' })
  fromPlaceId!: string;

  @Column({ name: 'to_place_id', type: 'uuid' })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_transports_to_place_id_fkey' })
  toPlaceId!: string;

  @Column({ name: 'carrier_name', type: 'text' })
  carrierName!: string;

  @Column({ name: 'carrier_email', type: 'text', nullable: true })
  carrierEmail!: string | null;

  /** Whom `members` knows under that address. */
  @Column({ name: 'carrier_person_id', type: 'text', nullable: true })
  carrierPersonId!: string | null;

  @Column({ name: 'planned_at', type: 'timestamptz' })
  plannedAt!: Date;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'text' })
  status!: TransportStatus;

  /** What moved it in the ledger, once it is done. */
  @Column({ name: 'act_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StockActRow, { name: 'stock_transports_act_id_fkey' })
  actId!: string | null;
}

/** What is carried. */
@Entity('stock_transport_items')
@Check('stock_transport_items_quantity_check', 'quantity > 0')
export class StockTransportItemRow {
  @PrimaryColumn({ name: 'transport_id', type: 'uuid' })
  @ForeignKey(() => StockTransportRow, {
    name: 'stock_transport_items_transport_id_fkey',
    onDelete: 'CASCADE',
  })
  transportId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => StockItemRow, { name: 'stock_transport_items_item_id_fkey' })
  itemId!: string;

  @Column({ type: 'integer' })
  quantity!: number;
}
