import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { BookingRow } from './booking.entity.js';
import type { DelegateStatus } from './domain/booking.js';

/** Somebody who is to attend, or whoever will be named in their place. */
@Entity('delegates')
@Unique('delegates_number_key', ['bookingId', 'number'])
@Index('delegates_conference_idx', ['conferenceId', 'status'])
@Index('delegates_person_idx', ['personId'])
@Index('delegates_secret_key', ['secretHash'], { unique: true })
export class DelegateRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'booking_id', type: 'uuid' })
  @ForeignKey(() => BookingRow, { name: 'delegates_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'delegates_conference_id_fkey' })
  conferenceId!: string;

  /** Within the booking, from 1; never given again. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  status!: DelegateStatus;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** Empty until they are named. */
  @Column({ type: 'text', default: '' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'job_title', type: 'text', nullable: true })
  jobTitle!: string | null;

  @Column({ name: 'badge_organisation', type: 'text', nullable: true })
  badgeOrganisation!: string | null;

  /** Of their own address, where they fill in and change what is theirs. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  @Column({ name: 'invited_at', type: 'timestamptz', nullable: true })
  invitedAt!: Date | null;

  @Column({ name: 'filled_in_at', type: 'timestamptz', nullable: true })
  filledInAt!: Date | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
