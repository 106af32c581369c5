import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { Paper, PaperKind } from './domain/paper.js';

/** A version of a paper, as it was given out. */
@Entity('papers')
@Check('papers_number_check', 'number >= 1')
export class PaperRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'papers_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: PaperKind;

  /** Whose or of what it is within its kind: a traveller’s, a host’s, an interpreter’s id, a day; '' where there is but one. */
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  /** 1 for the first of its subject. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  /** `null`: what it said is kept no longer. */
  @Column({ type: 'jsonb', nullable: true })
  content!: Paper | null;

  /** The travellers whom it is about, or whom it names. */
  @Column({ type: 'uuid', array: true })
  names!: string[];
}
