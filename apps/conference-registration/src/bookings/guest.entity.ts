import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { WaitingEntryRow } from '../waiting-list/waiting-entry.entity.js';
import { BookingRow } from './booking.entity.js';

/** What a guest asked for before their address was known to be theirs. */
export type GuestWish =
  | { readonly kind: 'book'; readonly quantities: Readonly<Record<string, number>>; readonly code: string }
  | {
      readonly kind: 'wait';
      readonly ticketTypeId: string;
      readonly wanted: number;
      readonly allTogether: boolean;
    };

/** Somebody without an account who asked to book; the address is known to be theirs once they pressed the mailed link. */
@Entity('guests')
@Unique('guests_secret_key', ['secretHash'])
@Index('guests_asked_idx', ['askedAt'])
@Index('guests_network_idx', ['network', 'askedAt'])
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

  /** What they want to book, or to wait for. */
  @Column({ type: 'jsonb' })
  wanted!: GuestWish;

  /** From where they asked, in words: "192.0.2.x". `null`: nobody has noted it. */
  @Column({ type: 'text', nullable: true })
  network!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BookingRow, { name: 'guests_booking_id_fkey', onDelete: 'SET NULL' })
  bookingId!: string | null;

  @Column({ name: 'waiting_entry_id', type: 'uuid', nullable: true })
  @ForeignKey(() => WaitingEntryRow, { name: 'guests_waiting_entry_id_fkey', onDelete: 'SET NULL' })
  waitingEntryId!: string | null;
}
