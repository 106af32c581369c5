import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { FeedbackStep } from './domain/asking.js';
import type { Rating, Recommends } from './domain/feedback.js';

/** How somebody found a visit. When it was said is not kept, as that would tell who did. */
@Entity('visit_feedback')
@Index('visit_feedback_visit_idx', ['visitId'])
@Index('visit_feedback_traveller_key', ['travellerId'], { unique: true })
@Check(
  'visit_feedback_ratings_check',
  'overall BETWEEN 1 AND 5 AND programme BETWEEN 1 AND 5 AND organisation BETWEEN 1 AND 5 AND journey BETWEEN 1 AND 5',
)
export class FeedbackRow {
  /** Random, so that it does not tell the order of the answers. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_feedback_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Whose it is, while they can change it; `null` from then on. */
  @Column({ name: 'traveller_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TravellerRow, { name: 'visit_feedback_traveller_id_fkey', onDelete: 'SET NULL' })
  travellerId!: string | null;

  @Column({ type: 'integer' })
  overall!: Rating;

  @Column({ type: 'integer', nullable: true })
  programme!: Rating | null;

  @Column({ type: 'integer', nullable: true })
  organisation!: Rating | null;

  @Column({ type: 'integer', nullable: true })
  journey!: Rating | null;

  @Column({ type: 'text' })
  recommend!: Recommends;

  @Column({ type: 'text' })
  best!: string;

  @Column({ name: 'to_change', type: 'text' })
  toChange!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** That somebody was written to after a visit. */
@Entity('feedback_mails')
@Check('feedback_mails_step_check', "step IN ('asked', 'reminded')")
export class FeedbackMailRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'feedback_mails_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @PrimaryColumn({ type: 'text' })
  step!: FeedbackStep;

  @Column({ name: 'sent_on', type: 'date' })
  sentOn!: string;
}
