import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ToldItem } from './domain/item-entry.js';

/**
 * Something that is planned for one traveller of a study visit, for their own feed alone. Whose it is, says the row of the traveller;
 * without that, or once they travel no more, nobody sees it.
 */
@Entity('visit_items')
export class VisitItemRow {
  /** No foreign key: messages about travellers and about their days come in any order. */
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  travellerId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ type: 'jsonb' })
  facts!: ToldItem;

  /** Rises with each change that this traveller was told of. */
  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;
}
