import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import { TaskRow } from '../../tasks/task.entity.js';
import type { FeedbackPart } from '../domain/feedback.js';
import type { NoteKind } from '../domain/note.js';
import { FeedbackRow } from '../feedback/feedback.entity.js';

/** Something to carry to the next exhibition of the kind. */
@Entity('carry_notes')
@Index('carry_notes_exhibition_idx', ['exhibitionId'])
@Index('carry_notes_feedback_key', ['feedbackId', 'feedbackPart'], {
  unique: true,
  where: '(feedback_id IS NOT NULL)',
})
export class NoteRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'carry_notes_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  kind!: NoteKind;

  @Column({ type: 'text' })
  text!: string;

  /** Whom `members` knows the owner as, where it is somebody of the staff. */
  @Column({ name: 'owner_person_id', type: 'text', nullable: true })
  ownerPersonId!: string | null;

  @Column({ name: 'owner_name', type: 'text', nullable: true })
  ownerName!: string | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Column({ name: 'done_by', type: 'text', nullable: true })
  doneBy!: string | null;

  @Column({ name: 'done_by_name', type: 'text', nullable: true })
  doneByName!: string | null;

  /** What it was made of. */
  @Column({ name: 'feedback_id', type: 'uuid', nullable: true })
  @ForeignKey(() => FeedbackRow, { name: 'carry_notes_feedback_id_fkey', onDelete: 'SET NULL' })
  feedbackId!: string | null;

  @Column({ name: 'feedback_part', type: 'text', nullable: true })
  feedbackPart!: FeedbackPart | null;

  /** The note of the earlier exhibition that this one was copied of. */
  @Column({ name: 'carried_from', type: 'uuid', nullable: true })
  @ForeignKey(() => NoteRow, { name: 'carry_notes_carried_from_fkey', onDelete: 'SET NULL' })
  carriedFrom!: string | null;

  /** What it became. */
  @Column({ name: 'task_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TaskRow, { name: 'carry_notes_task_id_fkey', onDelete: 'SET NULL' })
  taskId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
