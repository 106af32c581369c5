import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationRow } from '../applications/application.entity.js';
import type { PlaceKind } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { LiftableLimit, PlaceRules } from './domain/places.js';
import type { SelectionMethod, SelectionReason } from './domain/select.js';

/** How far the selection for a visit is: one for each visit, from the first step on. */
@Entity('selections')
@Check('selections_seed_check', '(seed IS NULL) = (seed_published_at IS NULL)')
@Check('selections_run_check', '(run_at IS NULL) = (method IS NULL) AND (run_at IS NULL) = (rules IS NULL)')
@Check('selections_told_check', 'told_at IS NULL OR run_at IS NOT NULL')
export class SelectionRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'selections_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Of the draw; never changed once it is there. */
  @Column({ type: 'text', nullable: true })
  seed!: string | null;

  @Column({ name: 'seed_published_at', type: 'timestamptz', nullable: true })
  seedPublishedAt!: Date | null;

  @Column({ name: 'scoring_closed_at', type: 'timestamptz', nullable: true })
  scoringClosedAt!: Date | null;

  /** Of the last run, as the three after it. */
  @Column({ type: 'text', nullable: true })
  method!: SelectionMethod | null;

  /** The limits as they were when it was run. */
  @Column({ type: 'jsonb', nullable: true })
  rules!: PlaceRules | null;

  @Column({ name: 'run_at', type: 'timestamptz', nullable: true })
  runAt!: Date | null;

  /** When all applicants were told; from then on the result stays as it is. */
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true })
  toldAt!: Date | null;

  /** Rises with each step, run and override. */
  @Column({ type: 'integer' })
  version!: number;
}

export type OutcomeKind = 'place' | 'reserve' | 'declined';

/** What became of an application in the last run. */
@Entity('selection_outcomes')
@Check('selection_outcomes_place_check', "(outcome = 'place') = (counts_as IS NOT NULL)")
@Check('selection_outcomes_reserve_check', "(outcome = 'reserve') = (position IS NOT NULL)")
@Check('selection_outcomes_funded_check', "NOT funded OR outcome = 'place'")
export class OutcomeRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => SelectionRow, { name: 'selection_outcomes_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @PrimaryColumn({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => ApplicationRow, {
    name: 'selection_outcomes_application_id_fkey',
    onDelete: 'CASCADE',
  })
  applicationId!: string;

  /** Of the application, as it stood in the draw. */
  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'integer' })
  rank!: number;

  /** Its place in the draw alone. */
  @Column({ type: 'integer' })
  drawn!: number;

  @Column({ type: 'boolean' })
  tied!: boolean;

  /** The sum of all assessors’ weighted points, and how many they were; `null` where there was no scoring. */
  @Column({ type: 'integer', nullable: true })
  weighted!: number | null;

  @Column({ type: 'integer', nullable: true })
  assessors!: number | null;

  /** As it is now, overrides included. */
  @Column({ type: 'text' })
  outcome!: OutcomeKind;

  @Column({ name: 'counts_as', type: 'text', nullable: true })
  countsAs!: PlaceKind | null;

  /** Among the reserves, from 1. */
  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  /** What the rules led to, whatever staff made of it. */
  @Column({ type: 'jsonb' })
  reason!: SelectionReason;

  /** Why staff decided otherwise than the rules; the applicant reads it. `null`: they did not. */
  @Column({ name: 'override_why', type: 'text', nullable: true })
  overrideWhy!: string | null;

  /** Limits that staff set aside for this one. */
  @Column({ type: 'text', array: true, default: [] })
  lifts!: LiftableLimit[];

  /** Whether the place is to cost its traveller nothing; the offer says so from then on. */
  @Column({ type: 'boolean', default: false })
  funded!: boolean;
}
