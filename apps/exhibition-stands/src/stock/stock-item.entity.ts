import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that travels with the stand: packs, banners, pens, a tablecloth. */
@Entity('stock_items')
// Of an expression, lower(name), which an entity cannot say.
@Index('stock_items_name_key', { synchronize: false })
@Check('stock_items_reorder_check', 'reorder_level >= 0')
export class StockItemRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** "Case-studies packs" */
  @Column({ type: 'text' })
  name!: string;

  /** What one of it is: "pack". */
  @Column({ type: 'text' })
  unit!: string;

  /** What several are: "packs". */
  @Column({ type: 'text' })
  units!: string;

  /** With so few left in all places, more should be ordered; `null`: never. */
  @Column({ name: 'reorder_level', type: 'integer', nullable: true })
  reorderLevel!: number | null;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'integer' })
  version!: number;
}
