import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { NoteStatus, Signed } from './domain/learning-note.js';

/** What a traveller learned, in their own words. */
@Entity('learning_notes')
@Index('learning_notes_visit_idx', ['visitId'])
@Check('learning_notes_status_check', "status IN ('draft', 'handed-in', 'published')")
@Check(
  'learning_notes_consent_check',
  "(status = 'published') = (published_at IS NOT NULL) AND (status <> 'published' OR consent_at IS NOT NULL)",
)
export class LearningNoteRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'learning_notes_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'learning_notes_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  signed!: Signed;

  @Column({ type: 'text' })
  status!: NoteStatus;

  /** When they agreed that everybody may read it; `null`: they did not, or took it back. */
  @Column({ name: 'consent_at', type: 'timestamptz', nullable: true })
  consentAt!: Date | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
