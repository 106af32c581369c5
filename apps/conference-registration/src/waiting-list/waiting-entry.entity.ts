import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BookedFor } from '../bookings/domain/booking.js';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { PriceCategory } from '../tickets/domain/ticket-type.js';
import { TicketTypeRow } from '../tickets/ticket-type.entity.js';
import type { EntryStatus } from './domain/entry.js';

/** Somebody in the line for places of a ticket type. */
@Entity('waiting_entries')
@Unique('waiting_entries_number_key', ['conferenceId', 'number'])
@Check('waiting_entries_wanted_check', 'wanted >= 0')
@Index('waiting_entries_line_idx', ['conferenceId', 'number'], { where: `status = 'waiting'` })
@Index('waiting_entries_person_idx', ['personId'])
@Index('waiting_entries_secret_key', ['secretHash'], { unique: true })
export class WaitingEntryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'waiting_entries_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @Column({ name: 'ticket_type_id', type: 'uuid' })
  @ForeignKey(() => TicketTypeRow, { name: 'waiting_entries_ticket_type_id_fkey' })
  ticketTypeId!: string;

  /** In the order of joining. */
  @Column({ type: 'integer' })
  number!: number;

  /** How many are waited for still: what has been offered is taken off. */
  @Column({ type: 'integer' })
  wanted!: number;

  @Column({ name: 'all_together', type: 'boolean' })
  allTogether!: boolean;

  @Column({ type: 'text' })
  status!: EntryStatus;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** The counts that keep it waiting. */
  @Column({ name: 'blocked_by', type: 'uuid', array: true })
  blockedBy!: string[];

  @Column({ name: 'booked_for', type: 'text' })
  bookedFor!: BookedFor;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  @Column({ type: 'text' })
  category!: PriceCategory;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  email!: string;

  /** Of a guest's own address of it. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
