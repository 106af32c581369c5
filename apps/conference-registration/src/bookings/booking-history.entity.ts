import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from './booking.entity.js';
import type { BookingAct } from './domain/acts.js';

/** One line of a booking's history: who did what when. */
@Entity('booking_history')
@Index('booking_history_booking_idx', ['bookingId', 'at'])
export class BookingHistoryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, { name: 'booking_history_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  act!: BookingAct;

  @Column({ type: 'jsonb', default: {} })
  details!: object;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** The member of staff who acted for the person. */
  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;

  @Column({ name: 'request_id', type: 'text' })
  requestId!: string;
}
