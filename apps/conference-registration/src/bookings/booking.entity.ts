import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeRow } from '../codes/code.entity.js';
import { ConferenceRow } from '../conferences/conference.entity.js';
import type { BillTo } from '../money/domain/bill-to.js';
import type { PriceCategory } from '../tickets/domain/ticket-type.js';
import type { BookedFor, BookingStatus, Payment } from './domain/booking.js';

/** What somebody books at one conference, for themselves or for several delegates. */
@Entity('bookings')
@Index('bookings_reference_key', ['reference'], { unique: true })
@Index('bookings_conference_idx', ['conferenceId', 'createdAt'])
@Index('bookings_booker_idx', ['bookerPersonId'])
@Index('bookings_organisation_idx', ['organisationId'])
@Index('bookings_secret_key', ['secretHash'], { unique: true })
@Index('bookings_held_idx', ['heldUntil'], { where: `status = 'held'` })
export class BookingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** "CN-7K3QFM": what people quote. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'bookings_conference_id_fkey' })
  conferenceId!: string;

  @Column({ type: 'text' })
  status!: BookingStatus;

  /** `organisation`: it is the customer. `self` and `guest`: the booker pays, at their organisation's price if they have one. */
  @Column({ name: 'booked_for', type: 'text' })
  bookedFor!: BookedFor;

  /** Whose price and whose limits; `null`: nobody's. */
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  /** Empty where there is none. */
  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  @Column({ type: 'text' })
  category!: PriceCategory;

  @Column({ name: 'booker_person_id', type: 'text', nullable: true })
  bookerPersonId!: string | null;

  @Column({ name: 'booker_name', type: 'text' })
  bookerName!: string;

  @Column({ name: 'booker_email', type: 'text' })
  bookerEmail!: string;

  @Column({ name: 'booker_phone', type: 'text', nullable: true })
  bookerPhone!: string | null;

  /** Of a guest's own address of it. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  @Column({ name: 'code_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CodeRow, { name: 'bookings_code_id_fkey' })
  codeId!: string | null;

  /** Until when its places are kept while it is filled in. */
  @Column({ name: 'held_until', type: 'timestamptz', nullable: true })
  heldUntil!: Date | null;

  @Column({ type: 'boolean', default: false })
  extended!: boolean;

  @Column({ type: 'text', nullable: true })
  payment!: Payment | null;

  @Column({ name: 'purchase_order', type: 'text', nullable: true })
  purchaseOrder!: string | null;

  @Column({ name: 'purchase_order_required', type: 'boolean', default: false })
  purchaseOrderRequired!: boolean;

  @Column({ name: 'purchase_order_asked_at', type: 'timestamptz', nullable: true })
  purchaseOrderAskedAt!: Date | null;

  @Column({ name: 'bill_to', type: 'jsonb', nullable: true })
  billTo!: BillTo | null;

  @Column({ name: 'terms_accepted_at', type: 'timestamptz', nullable: true })
  termsAcceptedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;
}
