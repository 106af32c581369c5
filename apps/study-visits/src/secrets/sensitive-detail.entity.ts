import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** Whose a sensitive detail is. */
export type SubjectKind = 'application' | 'traveller';

/** A sensitive detail of somebody, sealed. */
@Entity('sensitive_details')
@Index('sensitive_details_visit_idx', ['visitId'])
@Check('sensitive_details_kind_check', "subject_kind IN ('application', 'traveller')")
export class SensitiveDetailRow {
  @PrimaryColumn({ name: 'subject_kind', type: 'text' })
  subjectKind!: SubjectKind;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  /** `passports`, `dietary` … */
  @PrimaryColumn({ type: 'text' })
  field!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'sensitive_details_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  /** When they agreed that it is kept, where the law asks for that. */
  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt!: Date | null;

  /** On which day it is erased; `null`: as long after the visit as is kept to. */
  @Column({ name: 'erase_after', type: 'date', nullable: true })
  eraseAfter!: string | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
