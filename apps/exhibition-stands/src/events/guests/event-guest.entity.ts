import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { GuestStatus } from '../domain/guest.js';
import { StandEventRow } from '../stand-event.entity.js';

/** Somebody who is invited to an event on a stand. Their address is unlike any other's of the event (index by `lower`). */
@Entity('event_guests')
@Index('event_guests_email_idx', { synchronize: false })
@Check('event_guests_plus_ones_check', 'plus_ones BETWEEN 0 AND plus_ones_allowed')
export class EventGuestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'stand_event_id', type: 'uuid' })
  @ForeignKey(() => StandEventRow, { name: 'event_guests_stand_event_id_fkey', onDelete: 'CASCADE' })
  standEventId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'organisation_name', type: 'text', nullable: true })
  organisationName!: string | null;

  @Column({ name: 'plus_ones_allowed', type: 'integer' })
  plusOnesAllowed!: number;

  @Column({ type: 'text' })
  status!: GuestStatus;

  /** Whom they bring. */
  @Column({ name: 'plus_ones', type: 'integer', default: 0 })
  plusOnes!: number;

  @Column({ name: 'secret_hash', type: 'bytea', unique: true })
  secretHash!: Buffer;

  @Column({ name: 'invited_at', type: 'timestamptz' })
  invitedAt!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  @Column({ name: 'arrived_at', type: 'timestamptz', nullable: true })
  arrivedAt!: Date | null;

  /** How many came, they themselves counted in. */
  @Column({ type: 'integer', default: 0 })
  arrived!: number;

  @Column({ type: 'integer' })
  version!: number;
}

/** What a guest may not eat: apart, as not everybody who reads the guests reads it, and gone soon after the event. */
@Entity('guest_needs')
export class GuestNeedsRow {
  @PrimaryColumn({ name: 'guest_id', type: 'uuid' })
  @ForeignKey(() => EventGuestRow, { name: 'guest_needs_guest_id_fkey', onDelete: 'CASCADE' })
  guestId!: string;

  @Column({ type: 'text' })
  dietary!: string;
}
