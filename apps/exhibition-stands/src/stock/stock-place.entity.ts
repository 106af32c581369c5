import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import type { PlaceKind } from './domain/place-details.js';

/** Where stock may be: the office, a box, a car, a stand. */
@Entity('stock_places')
@Index('stock_places_code_key', ['code'], { unique: true })
@Index('stock_places_exhibition_idx', ['exhibitionId'], { where: 'exhibition_id IS NOT NULL' })
export class StockPlaceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** What stands on its label and in its address: `BOX-3`. */
  @Column({ type: 'text' })
  code!: string;

  /** "Box 3" */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: PlaceKind;

  /** At whose stand it is. */
  @Column({ name: 'exhibition_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ExhibitionRow, { name: 'stock_places_exhibition_id_fkey', onDelete: 'SET NULL' })
  exhibitionId!: string | null;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'integer' })
  version!: number;
}
