import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ItemRow } from '../itinerary/item.entity.js';
import { LegRow } from '../travel/leg.entity.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { ClosedPerson } from './domain/closing.js';
import type { Leave, MarkKind } from './domain/mark.js';

/** A head count of a leg or of an item; it has the id of that. */
@Entity('head_counts')
@Index('head_counts_visit_idx', ['visitId'])
@Index('head_counts_leg_idx', ['legId'], { where: 'leg_id IS NOT NULL' })
@Index('head_counts_item_idx', ['itemId'], { where: 'item_id IS NOT NULL' })
@Check('head_counts_thing_check', 'num_nonnulls(leg_id, item_id) = 1 AND id = coalesce(leg_id, item_id)')
export class HeadCountRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'head_counts_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'leg_id', type: 'uuid', nullable: true })
  @ForeignKey(() => LegRow, { name: 'head_counts_leg_id_fkey', onDelete: 'CASCADE' })
  legId!: string | null;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ItemRow, { name: 'head_counts_item_id_fkey', onDelete: 'CASCADE' })
  itemId!: string | null;

  /** Rises with each mark that came, and with closing and opening again. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}

/** What somebody said of a traveller. */
@Entity('head_count_marks')
@Index('head_count_marks_count_idx', ['countId'])
@Index('head_count_marks_traveller_idx', ['travellerId'])
@Index('head_count_marks_by_traveller_idx', ['byTravellerId'])
@Index('head_count_marks_by_person_idx', ['byPersonId'])
@Check('head_count_marks_leave_check', "(kind = 'elsewhere') = (leave IS NOT NULL)")
export class MarkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'count_id', type: 'uuid' })
  @ForeignKey(() => HeadCountRow, { name: 'head_count_marks_count_id_fkey', onDelete: 'CASCADE' })
  countId!: string;

  @Column({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'head_count_marks_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ type: 'text' })
  kind!: MarkKind;

  @Column({ type: 'jsonb', nullable: true })
  leave!: Leave | null;

  @Column({ name: 'over_ids', type: 'uuid', array: true })
  over!: readonly string[];

  /** By the clock of the phone. */
  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  /** The member of staff; `null`: somebody who leads the visit, by their link. */
  @Column({ name: 'by_person_id', type: 'text', nullable: true })
  byPersonId!: string | null;

  @Column({ name: 'by_traveller_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TravellerRow, { name: 'head_count_marks_by_traveller_id_fkey', onDelete: 'SET NULL' })
  byTravellerId!: string | null;

  @Column({ name: 'by_name', type: 'text' })
  byName!: string;
}

/** That a count was closed, with who was where then. */
@Entity('head_count_closings')
@Index('head_count_closings_count_idx', ['countId', 'closedAt'])
@Index('head_count_closings_now_key', ['countId'], { unique: true, where: 'reopened_at IS NULL' })
@Check('head_count_closings_reopened_check', '(reopened_at IS NULL) = (reopened_by_name IS NULL)')
export class ClosingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'count_id', type: 'uuid' })
  @ForeignKey(() => HeadCountRow, { name: 'head_count_closings_count_id_fkey', onDelete: 'CASCADE' })
  countId!: string;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt!: Date;

  @Column({ name: 'by_person_id', type: 'text', nullable: true })
  byPersonId!: string | null;

  @Column({ name: 'by_name', type: 'text' })
  byName!: string;

  @Column({ type: 'integer' })
  here!: number;

  @Column({ type: 'integer' })
  elsewhere!: number;

  @Column({ type: 'integer' })
  missing!: number;

  /** Empty once it is erased. */
  @Column({ type: 'jsonb' })
  people!: readonly ClosedPerson[];

  /** What was decided about those who were missing. */
  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  @Column({ name: 'reopened_at', type: 'timestamptz', nullable: true })
  reopenedAt!: Date | null;

  @Column({ name: 'reopened_by_person_id', type: 'text', nullable: true })
  reopenedByPersonId!: string | null;

  @Column({ name: 'reopened_by_name', type: 'text', nullable: true })
  reopenedByName!: string | null;

  @Column({ name: 'reopened_why', type: 'text', nullable: true })
  reopenedWhy!: string | null;
}

/** What to do on a visit when somebody is missing, where staff wrote it themselves. */
@Entity('head_count_steps')
export class StepsRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'head_count_steps_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'jsonb' })
  steps!: readonly string[];

  @Column({ type: 'integer' })
  version!: number;
}

export const headCountEntities = [HeadCountRow, MarkRow, ClosingRow, StepsRow];
