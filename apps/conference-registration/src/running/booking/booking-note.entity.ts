import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../../bookings/booking.entity.js';

/** What staff note about a booking, for staff. */
@Entity('booking_notes')
@Index('booking_notes_booking_idx', ['bookingId', 'at'])
export class BookingNoteRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, { name: 'booking_notes_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;
}
