import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { QuestionRow } from './question.entity.js';

/** A file that was handed in as an answer. */
@Entity('answer_files')
@Index('answer_files_booking_idx', ['bookingId'])
export class AnswerFileRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'question_id', type: 'uuid' })
  @ForeignKey(() => QuestionRow, { name: 'answer_files_question_id_fkey' })
  questionId!: string;

  @Column({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, { name: 'answer_files_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string;

  @Column({ name: 'delegate_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DelegateRow, { name: 'answer_files_delegate_id_fkey', onDelete: 'CASCADE' })
  delegateId!: string | null;

  /** As it was called where it came from. */
  @Column({ type: 'text' })
  name!: string;

  /** What it was found to be, whatever it was called. */
  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;

  @Column({ name: 'uploaded_at', type: 'timestamptz' })
  uploadedAt!: Date;
}
