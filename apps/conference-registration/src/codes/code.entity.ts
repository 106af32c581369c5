import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { PriceChange } from './domain/price-change.js';

/** A word that changes the price, keeps places or shows hidden tickets to whoever types it. */
@Entity('codes')
// Of an expression, (conference_id, upper(code)), which an entity cannot say.
@Index('codes_code_key', { synchronize: false })
@Check('codes_uses_check', 'uses IS NULL OR uses >= 1')
@Check('codes_reserves_check', 'NOT reserves OR uses IS NOT NULL')
export class CodeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'codes_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  /** In capitals; people may type it otherwise. */
  @Column({ type: 'text' })
  code!: string;

  /** For staff: what it is for, whom it was given to. */
  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'price_change', type: 'jsonb', nullable: true })
  priceChange!: PriceChange | null;

  /** Keeps as many places as it has uses from when it is made. */
  @Column({ type: 'boolean' })
  reserves!: boolean;

  /** How many places can be had with it; `null`: any number. */
  @Column({ type: 'integer', nullable: true })
  uses!: number | null;

  /** From when on it does nothing; `null`: it has no end. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  /** Whose people alone may use it. */
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  /** What it is for; none: everything. One that reserves is for exactly one. */
  @Column({ name: 'ticket_type_ids', type: 'uuid', array: true, default: '{}' })
  ticketTypeIds!: string[];

  /** Since when staff have ended it. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** The conference's version that the last change of it made. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}

export const codeEntities = [CodeRow];
