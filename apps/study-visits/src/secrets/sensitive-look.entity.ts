import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { SubjectKind } from './sensitive-detail.entity.js';

/** That somebody looked at sensitive details, and why. */
@Entity('sensitive_looks')
@Index('sensitive_looks_visit_idx', ['visitId', 'id'])
@Index('sensitive_looks_at_idx', ['at'])
export class SensitiveLookRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind!: SubjectKind;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'sensitive_looks_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text', array: true })
  fields!: string[];

  /** `null`: whoever has their link. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
