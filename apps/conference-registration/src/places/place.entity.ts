import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { CodeRow } from '../codes/code.entity.js';
import { ConferenceRow } from '../conferences/conference.entity.js';
import { FreeAllocationRow } from '../tickets/free-allocation.entity.js';
import { TicketTypeRow } from '../tickets/ticket-type.entity.js';
import type { PlaceStatus } from './domain/limits.js';

/** A ticket or an add-on that is kept for somebody, or was. */
@Entity('places')
@Index('places_booking_idx', ['bookingId'])
@Index('places_delegate_idx', ['delegateId'])
@Index('places_code_idx', ['codeId'], { where: `code_id IS NOT NULL AND status = 'reserved'` })
@Index('places_offer_idx', ['offerId'], { where: 'offer_id IS NOT NULL' })
@Index('places_conference_idx', ['conferenceId', 'status'])
export class PlaceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'places_conference_id_fkey' })
  conferenceId!: string;

  @Column({ name: 'ticket_type_id', type: 'uuid' })
  @ForeignKey(() => TicketTypeRow, { name: 'places_ticket_type_id_fkey' })
  ticketTypeId!: string;

  @Column({ type: 'text' })
  status!: PlaceStatus;

  /** The counts that it is in for as long as it takes something. */
  @Column({ name: 'count_ids', type: 'uuid', array: true })
  countIds!: string[];

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BookingRow, { name: 'places_booking_id_fkey', onDelete: 'CASCADE' })
  bookingId!: string | null;

  @Column({ name: 'delegate_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DelegateRow, { name: 'places_delegate_id_fkey', onDelete: 'CASCADE' })
  delegateId!: string | null;

  /** The code that keeps it, or that it was had with. */
  @Column({ name: 'code_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CodeRow, { name: 'places_code_id_fkey' })
  codeId!: string | null;

  /** Free of charge out of this allocation. */
  @Column({ name: 'free_allocation_id', type: 'uuid', nullable: true })
  @ForeignKey(() => FreeAllocationRow, { name: 'places_free_allocation_id_fkey' })
  freeAllocationId!: string | null;

  /** The offer that it was kept by, or was had through. */
  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  offerId!: string | null;

  /** Before VAT, as decided when it was taken. */
  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;

  @Column({ name: 'vat_basis_points', type: 'integer' })
  vatBasisPoints!: number;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'released_at', type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;
}
