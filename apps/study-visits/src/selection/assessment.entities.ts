import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRow } from '../applications/application.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { Points } from './domain/score.js';

/** What the applications for a visit are scored by. */
@Entity('selection_criteria')
@Index('selection_criteria_position_key', ['visitId', 'position'], { unique: true })
@Check('selection_criteria_weight_check', 'weight BETWEEN 1 AND 10')
export class CriterionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'selection_criteria_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** From 1, in the order in which they are shown. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  /** What deserves few points, and what many. */
  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'integer' })
  weight!: number;
}

/** Somebody who scores the applications for a visit. */
@Entity('selection_assessors')
@Index('selection_assessors_visit_idx', ['visitId'])
@Index('selection_assessors_person_idx', ['personId'])
export class AssessorRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'selection_assessors_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** `null` once they have been erased; what they scored stays. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  name!: string;
}

/** What one assessor gave one application: points for every criterion. */
@Entity('selection_scores')
@Index('selection_scores_application_idx', ['applicationId'])
export class ScoreRow {
  @PrimaryColumn({ name: 'assessor_id', type: 'uuid' })
  @ForeignKey(() => AssessorRow, { name: 'selection_scores_assessor_id_fkey', onDelete: 'CASCADE' })
  assessorId!: string;

  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => ApplicationRow, { name: 'selection_scores_application_id_fkey', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ type: 'jsonb' })
  points!: Points[];

  /** Why, in a few words; only staff read it. */
  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
