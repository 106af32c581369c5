import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import { StockActRow } from '../stock-act.entity.js';
import { StockItemRow } from '../stock-item.entity.js';
import { StockPlaceRow } from '../stock-place.entity.js';

/** What should travel to an exhibition, from where, and into which box. */
@Entity('stock_packing')
@Index('stock_packing_line_key', ['exhibitionId', 'itemId', 'fromPlaceId', 'intoPlaceId'], { unique: true })
@Check('stock_packing_quantity_check', 'quantity > 0')
@Check('stock_packing_places_check', 'from_place_id <> into_place_id')
export class PackingLineRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'stock_packing_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => StockItemRow, { name: 'stock_packing_item_id_fkey' })
  itemId!: string;

  @Column({ type: 'integer' })
  quantity!: number;

  @Column({ name: 'from_place_id', type: 'uuid' })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_packing_from_place_id_fkey' })
  fromPlaceId!: string;

  @Column({ name: 'into_place_id', type: 'uuid' })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_packing_into_place_id_fkey' })
  intoPlaceId!: string;

  /** What moved it in the ledger, once it is packed. */
  @Column({ name: 'act_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StockActRow, { name: 'stock_packing_act_id_fkey' })
  actId!: string | null;
}
