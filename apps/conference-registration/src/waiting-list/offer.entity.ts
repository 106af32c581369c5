import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../bookings/booking.entity.js';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { OfferStatus } from './domain/entry.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

/** Places that are kept for somebody from the line until a deadline. */
@Entity('offers')
@Check('offers_places_check', 'places >= 1')
@Index('offers_entry_idx', ['entryId'])
@Index('offers_open_idx', ['answerUntil'], { where: `status = 'open'` })
export class OfferRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  @ForeignKey(() => WaitingEntryRow, { name: 'offers_entry_id_fkey', onDelete: 'CASCADE' })
  entryId!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'offers_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @Column({ type: 'integer' })
  places!: number;

  @Column({ type: 'text' })
  status!: OfferStatus;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'answer_until', type: 'timestamptz' })
  answerUntil!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BookingRow, { name: 'offers_booking_id_fkey', onDelete: 'SET NULL' })
  bookingId!: string | null;
}
