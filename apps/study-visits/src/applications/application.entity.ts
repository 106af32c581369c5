import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { Answers, ApplicationKind, ApplicationStatus } from './domain/application.js';

/** That somebody applies for a visit, or began to. What they need to travel is kept apart, sealed. */
@Entity('applications')
@Index('applications_email_key', { synchronize: false })
@Index('applications_person_key', ['visitId', 'personId'], {
  unique: true,
  where: `status <> 'withdrawn' AND person_id IS NOT NULL`,
})
@Index('applications_code_key', ['visitId', 'code'], { unique: true })
@Index('applications_secret_key', ['secretHash'], { unique: true })
@Index('applications_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('applications_organisation_idx', ['organisationId', 'visitId'])
@Index('applications_begun_from_idx', ['begunFrom', 'startedAt'], { where: 'begun_from IS NOT NULL' })
@Check(
  'applications_submitted_check',
  `status <> 'submitted' OR (code IS NOT NULL AND submitted_at IS NOT NULL)`,
)
export class ApplicationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'applications_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Under which it stands in the draw; `null` until it is submitted. */
  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  status!: ApplicationStatus;

  /** Whom `members` knows them as; `null`: nobody, or it is not known. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** `null` for what came by post, and once it is not kept any more. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'job_title', type: 'text', nullable: true })
  jobTitle!: string | null;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'organisation_name', type: 'text', nullable: true })
  organisationName!: string | null;

  /** Of the organisation when it was submitted. */
  @Column({ type: 'text', nullable: true })
  category!: string | null;

  @Column({ type: 'text' })
  kind!: ApplicationKind;

  /** When it was submitted, nobody of the organisation had been on an earlier visit. */
  @Column({ name: 'is_newcomer', type: 'boolean', default: false })
  isNewcomer!: boolean;

  @Column({ type: 'jsonb', default: {} })
  answers!: Answers;

  /** Who signed them up for their organisation, or put it in for them; `null`: they did it themselves. */
  @Column({ name: 'applied_by', type: 'text', nullable: true })
  appliedBy!: string | null;

  @Column({ name: 'applied_by_name', type: 'text', nullable: true })
  appliedByName!: string | null;

  /** Of the secret in their own link. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  /** Rises when their link is to work no longer: each number has another secret. */
  @Column({ name: 'link_number', type: 'integer', default: 0 })
  linkNumber!: number;

  /** When their link was mailed to them last. */
  @Column({ name: 'link_sent_at', type: 'timestamptz', nullable: true })
  linkSentAt!: Date | null;

  /** The network from which somebody without an account began it, as coarse as words tell it; kept for a week. */
  @Column({ name: 'begun_from', type: 'text', nullable: true })
  begunFrom!: string | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
