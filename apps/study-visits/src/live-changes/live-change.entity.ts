import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Stop, ItemStatus } from '../itinerary/domain/item.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { LiveWay } from './domain/live-change.js';

/** What an item was before a change, to be taken back. Instants are ISO. */
export interface KeptState {
  readonly start: string;
  readonly end: string;
  readonly stop: Stop | null;
  readonly status: ItemStatus;
  readonly statusReason: string | null;
}

/** A publication that changed one item while a party was on its way. Who made it and what it said stands with that. */
@Entity('live_changes')
@Index('live_changes_item_idx', ['itemId', 'number'])
export class LiveChangeRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'live_changes_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Of the publication. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ type: 'text' })
  way!: LiveWay;

  /** The word that travellers read; blank: none. */
  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'jsonb' })
  before!: KeptState;

  /** Of the item, once it was changed. */
  @Column({ name: 'item_version', type: 'integer' })
  itemVersion!: number;
}
