import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BookingRow } from '../../bookings/booking.entity.js';
import { ConferenceRow } from '../../conferences/conference.entity.js';
import { VisitChargeRow } from '../../visits/visit-charge.entity.js';
import type { DocumentKind, Issuer } from '../domain/document.js';
import { CustomerRow } from './customer.entity.js';
import { DocumentSeriesRow } from './document-series.entity.js';
import { PaymentRow } from './payment.entity.js';

/** An invoice, a credit note or a receipt as it was issued. The database lets nobody change or delete one. */
@Entity('documents')
@Unique('documents_number_key', ['series', 'number'])
@Unique('documents_label_key', ['label'])
@Index('documents_customer_idx', ['customerId'])
@Index('documents_booking_idx', ['bookingId'])
@Index('documents_conference_idx', ['conferenceId'])
@Index('documents_corrects_idx', ['correctsId'])
@Index('documents_visit_charge_idx', ['visitChargeId'], { where: 'visit_charge_id IS NOT NULL' })
@Index('documents_payment_idx', ['paymentId'], { where: 'payment_id IS NOT NULL' })
@Check('documents_about_check', 'booking_id IS NULL OR visit_charge_id IS NULL')
export class DocumentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => DocumentSeriesRow, { name: 'documents_series_fkey' })
  series!: DocumentKind;

  @Column({ type: 'integer' })
  number!: number;

  /** What people call it: "INV-00012". */
  @Column({ type: 'text' })
  label!: string;

  @Column({ name: 'customer_id', type: 'uuid' })
  @ForeignKey(() => CustomerRow, { name: 'documents_customer_id_fkey' })
  customerId!: string;

  @Column({ name: 'conference_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ConferenceRow, { name: 'documents_conference_id_fkey' })
  conferenceId!: string | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BookingRow, { name: 'documents_booking_id_fkey' })
  bookingId!: string | null;

  /** What was to be paid for a study visit; never together with a booking. */
  @Column({ name: 'visit_charge_id', type: 'uuid', nullable: true })
  @ForeignKey(() => VisitChargeRow, { name: 'documents_visit_charge_id_fkey' })
  visitChargeId!: string | null;

  /** The invoice that a credit note is for. */
  @Column({ name: 'corrects_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DocumentRow, { name: 'documents_corrects_id_fkey' })
  correctsId!: string | null;

  /** The payment that a receipt is for. */
  @Column({ name: 'payment_id', type: 'uuid', nullable: true })
  @ForeignKey(() => PaymentRow, { name: 'documents_payment_id_fkey' })
  paymentId!: string | null;

  @Column({ name: 'issued_on', type: 'date' })
  issuedOn!: string;

  /** Of invoices. */
  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;

  @Column({ name: 'vat_pence', type: 'integer' })
  vatPence!: number;

  @Column({ name: 'gross_pence', type: 'integer' })
  grossPence!: number;

  /** Everything that it says, from which its page and its PDF are made. */
  @Column({ type: 'jsonb' })
  content!: object;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  /** On whose word; not by name, as the row never changes. */
  @Column({ name: 'issued_by', type: 'text' })
  issuedBy!: Issuer;
}
