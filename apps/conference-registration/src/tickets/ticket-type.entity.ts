import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { Format, TicketKind } from './domain/ticket-type.js';

/** Something that can be booked at one conference: a ticket, or an add-on that goes with one. */
@Entity('ticket_types')
@Index('ticket_types_conference_idx', ['conferenceId'])
@Check('ticket_types_vat_check', 'vat_basis_points BETWEEN 0 AND 10000')
@Check('ticket_types_most_check', 'least >= 0 AND (most IS NULL OR most >= least)')
export class TicketTypeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'ticket_types_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  /** Where it stands among the conference's, from 1. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: TicketKind;

  @Column({ type: 'text' })
  name!: string;

  /** Markdown, as the public page shows it; empty where the name says all. */
  @Column({ type: 'text' })
  description!: string;

  /** The days that it is for, ISO; none: all of them. */
  @Column({ type: 'date', array: true, default: '{}' })
  days!: string[];

  @Column({ type: 'text' })
  format!: Format;

  /** VAT in hundredths of a per cent: 2000 is 20 %. */
  @Column({ name: 'vat_basis_points', type: 'integer' })
  vatBasisPoints!: number;

  /** Seen only by whoever has a code for it. */
  @Column({ type: 'boolean' })
  hidden!: boolean;

  /** How many a booking that has it takes at least. */
  @Column({ type: 'integer' })
  least!: number;

  /** How many a booking takes at most; `null`: as many as there are. */
  @Column({ type: 'integer', nullable: true })
  most!: number | null;

  /** Whoever has it is confirmed only once staff have accepted them. */
  @Column({ name: 'needs_approval', type: 'boolean' })
  needsApproval!: boolean;

  /** `null`: from when the conference's registration opens. */
  @Column({ name: 'on_sale_from', type: 'timestamptz', nullable: true })
  onSaleFrom!: Date | null;

  /** `null`: until the conference's registration closes. */
  @Column({ name: 'on_sale_until', type: 'timestamptz', nullable: true })
  onSaleUntil!: Date | null;

  /** Since when it is not sold any more; what was sold stays. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  /** The conference's version that the last change of it made. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
