import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { SplitGroup } from './domain/plan.js';

/** A way in which the party divides. */
@Entity('itinerary_splits')
@Index('itinerary_splits_visit_idx', ['visitId', 'id'])
export class SplitRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'itinerary_splits_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  groups!: readonly SplitGroup[];

  /** Rises with who is in which group, too. */
  @Column({ type: 'integer' })
  version!: number;
}

/** In which group of a split somebody is: in one at most. */
@Entity('itinerary_members')
@Index('itinerary_members_traveller_idx', ['travellerId'])
export class MemberRow {
  @PrimaryColumn({ name: 'split_id', type: 'uuid' })
  @ForeignKey(() => SplitRow, { name: 'itinerary_members_split_id_fkey', onDelete: 'CASCADE' })
  splitId!: string;

  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'itinerary_members_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'group_id', type: 'uuid' })
  groupId!: string;
}
