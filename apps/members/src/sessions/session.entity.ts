import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../people/person.entity.js';

/** A person's sign-in in one browser. Of the cookie's secret only its hash is kept. */
@Entity('sessions')
@Index('sessions_secret_hash_key', ['secretHash'], { unique: true })
@Index('sessions_person_id_idx', ['personId'], { where: 'ended_at IS NULL' })
@Index('sessions_acting_for_idx', ['actingFor'], { where: 'acting_for IS NOT NULL' })
@Index('sessions_expires_at_idx', ['expiresAt'])
@Check('sessions_acting_check', '(acting_for IS NULL) = (acting_until IS NULL)')
@Check('sessions_ended_check', '(ended_at IS NULL) = (ended_why IS NULL)')
export class SessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'secret_hash', type: 'text' })
  secretHash!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'sessions_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Noted every few minutes at the most. */
  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** What the browser says that it is, cut to a length that is enough to tell. */
  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;

  /** Where it was signed in from, coarsely: "192.0.2.x". */
  @Column({ type: 'text' })
  network!: string;

  /** The person whom its owner, a member of staff, acts for. */
  @Column({ name: 'acting_for', type: 'uuid', nullable: true })
  @ForeignKey(() => PersonRow, { name: 'sessions_acting_for_fkey', onDelete: 'CASCADE' })
  actingFor!: string | null;

  @Column({ name: 'acting_until', type: 'timestamptz', nullable: true })
  actingUntil!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** One of `EndedWhy`. */
  @Column({ name: 'ended_why', type: 'text', nullable: true })
  endedWhy!: string | null;
}
