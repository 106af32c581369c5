import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { VisitInvoiceAsked, VisitInvoiceFacts } from '#contracts';
import type { BillTo } from '../money/domain/bill-to.js';

export type ChargeKind = VisitInvoiceAsked['kind'];

/** What somebody is to pay for their place on a study visit: what `study-visits` has asked to be invoiced. */
@Entity('visit_charges')
@Index('visit_charges_visit_idx', ['visitId'])
@Index('visit_charges_organisation_idx', ['organisationId'], { where: 'organisation_id IS NOT NULL' })
@Index('visit_charges_contact_idx', ['contactPersonId'], { where: 'contact_person_id IS NOT NULL' })
@Index('visit_charges_traveller_idx', ['travellerPersonId'], { where: 'traveller_person_id IS NOT NULL' })
@Index('visit_charges_secret_key', ['secretHash'], { unique: true })
@Check('visit_charges_net_pence_check', 'net_pence > 0')
export class VisitChargeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  visitId!: string;

  @Column({ name: 'visit_title', type: 'text' })
  visitTitle!: string;

  /** The visit's page. */
  @Column({ name: 'visit_path', type: 'text' })
  visitPath!: string;

  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  @Column({ name: 'traveller_id', type: 'uuid' })
  travellerId!: string;

  @Column({ name: 'traveller_person_id', type: 'text', nullable: true })
  travellerPersonId!: string | null;

  @Column({ name: 'traveller_name', type: 'text' })
  travellerName!: string;

  @Column({ type: 'text' })
  kind!: ChargeKind;

  /** As it was asked for, without VAT. */
  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;

  /** `null`: the traveller pays. */
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  /** Empty where there is none. */
  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  @Column({ name: 'contact_person_id', type: 'text', nullable: true })
  contactPersonId!: string | null;

  @Column({ name: 'contact_name', type: 'text' })
  contactName!: string;

  /** Empty once they are forgotten. */
  @Column({ name: 'contact_email', type: 'text' })
  contactEmail!: string;

  @Column({ name: 'bill_to', type: 'jsonb', nullable: true })
  billTo!: BillTo | null;

  @Column({ name: 'purchase_order', type: 'text', nullable: true })
  purchaseOrder!: string | null;

  @Column({ name: 'purchase_order_required', type: 'boolean', default: false })
  purchaseOrderRequired!: boolean;

  /** How often it was asked for by mail. */
  @Column({ name: 'orders_asked', type: 'integer', default: 0 })
  ordersAsked!: number;

  @Column({ name: 'order_asked_at', type: 'timestamptz', nullable: true })
  orderAskedAt!: Date | null;

  /** Of the link in mails. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** How it stands, as `study-visits` was told last. */
  @Column({ type: 'jsonb', nullable: true })
  told!: VisitInvoiceFacts | null;

  /** Of what was told last; 0: nothing yet. */
  @Column({ type: 'integer', default: 0 })
  version!: number;
}
