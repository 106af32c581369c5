import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import type { Answer } from './domain/answer.js';
import type { Sensitivity } from './domain/kinds.js';
import { QuestionRow } from './question.entity.js';

/** What a delegate, or whoever books, answered to one question. */
@Entity('answers')
@Index('answers_booking_idx', ['bookingId'])
@Index('answers_question_idx', ['questionId'])
export class AnswerRow {
  /** The delegate, or the booking, that it is the answer of. */
  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @PrimaryColumn({ name: 'question_id', type: 'uuid' })
  @ForeignKey(() => QuestionRow, { name: 'answers_question_id_fkey' })
  questionId!: string;

  @Column({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, { name: 'answers_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string;

  @Column({ name: 'delegate_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DelegateRow, { name: 'answers_delegate_id_fkey', onDelete: 'CASCADE' })
  delegateId!: string | null;

  /** As the question was when it was answered: such answers are kept for less long, and shown to fewer people. */
  @Column({ type: 'text', nullable: true })
  sensitive!: Sensitivity | null;

  /** Given by the delegate's own link, rather than by whoever booked for them. */
  @Column({ name: 'by_delegate', type: 'boolean', default: false })
  byDelegate!: boolean;

  @Column({ type: 'jsonb' })
  value!: Answer;
}
