import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SensitiveDetailRow } from '../secrets/sensitive-detail.entity.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { MarkStatus, ReadinessItem } from './domain/item.js';
import type { Judgement } from './domain/judge.js';

/** What staff decided of a visit's readiness; a visit without a row has what is usual. */
@Entity('readiness_settings')
export class ReadinessSettingsRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'readiness_settings_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** What nobody needs on this visit. */
  @Column({ name: 'not_needed', type: 'text', array: true })
  notNeeded!: ReadinessItem[];

  /** Days before the first one on which travellers are written to, the longest first. */
  @Column({ name: 'chase_days', type: 'integer', array: true })
  chaseDays!: number[];

  @Column({ name: 'is_chasing', type: 'boolean' })
  isChasing!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}

/** How what somebody told was judged. It goes with what was told. */
@Entity('readiness_marks')
@ForeignKey(
  () => SensitiveDetailRow,
  ['subjectKind', 'travellerId', 'item'],
  ['subjectKind', 'subjectId', 'field'],
  { name: 'readiness_marks_detail_fkey', onDelete: 'CASCADE' },
)
@Check('readiness_marks_kind_check', "subject_kind = 'traveller'")
export class ReadinessMarkRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  travellerId!: string;

  @PrimaryColumn({ type: 'text' })
  item!: 'passport' | 'insurance';

  /** Always `traveller`: a part of what it leans on. */
  @Column({ name: 'subject_kind', type: 'text', default: 'traveller' })
  subjectKind!: 'traveller';

  @Column({ type: 'text' })
  status!: MarkStatus;

  @Column({ type: 'jsonb' })
  judgement!: Judgement;

  @Column({ name: 'judged_at', type: 'timestamptz' })
  judgedAt!: Date;
}

/** That a mark became another without its traveller's doing: a rule or the visit's days changed. */
@Entity('readiness_mark_changes')
@Index('readiness_mark_changes_cause_idx', ['ruleChangeId'])
@Index('readiness_mark_changes_visit_idx', ['visitId', 'id'])
export class ReadinessMarkChangeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'readiness_mark_changes_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'readiness_mark_changes_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ type: 'text' })
  item!: 'passport' | 'insurance';

  @Column({ type: 'text' })
  before!: MarkStatus;

  @Column({ type: 'text' })
  after!: MarkStatus;

  /** The line of the rules' history; `null`: the visit's days or country changed. */
  @Column({ name: 'rule_change_id', type: 'uuid', nullable: true })
  ruleChangeId!: string | null;

  @Column({ name: 'is_told', type: 'boolean' })
  isTold!: boolean;

  @Column({ type: 'timestamptz' })
  at!: Date;
}

/** That a traveller was written to of what is missing. Each step once. */
@Entity('readiness_chases')
@Index('readiness_chases_visit_idx', ['visitId'])
export class ReadinessChaseRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'readiness_chases_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  /** So many days before the first one. */
  @PrimaryColumn({ type: 'integer' })
  step!: number;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'readiness_chases_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** What was missing. */
  @Column({ type: 'text', array: true })
  items!: ReadinessItem[];

  @Column({ name: 'sent_on', type: 'date' })
  sentOn!: string;
}

/** What a traveller agreed to, or did not. */
@Entity('traveller_consents')
export class TravellerConsentRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'traveller_consents_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  /** Hosts and interpreters may be told who they are. */
  @Column({ type: 'boolean' })
  hosts!: boolean;

  /** The others who travel may see that they do. */
  @Column({ type: 'boolean' })
  party!: boolean;

  @Column({ type: 'boolean' })
  photos!: boolean;

  /** What they were shown. */
  @Column({ type: 'text' })
  words!: string;

  @Column({ name: 'said_at', type: 'timestamptz' })
  saidAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
