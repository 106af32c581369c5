import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { BookingRow } from './booking.entity.js';

/** Somebody without an account who asked to book; the address is known to be theirs once they pressed the mailed link. */
@Entity('guests')
@Unique('guests_secret_key', ['secretHash'])
export class GuestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'guests_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  /** Of the mailed link. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  /** What they want to book: `{quantities: {<ticket type>: number}, code}`. */
  @Column({ type: 'jsonb' })
  wanted!: object;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BookingRow, { name: 'guests_booking_id_fkey', onDelete: 'SET NULL' })
  bookingId!: string | null;
}
