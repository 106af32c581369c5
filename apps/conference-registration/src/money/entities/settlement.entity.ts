import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CustomerRow } from './customer.entity.js';
import { DocumentRow } from './document.entity.js';
import { PaymentRow } from './payment.entity.js';

/** Part of a payment or of a credit note that went to an invoice, or back as a refund. */
@Entity('settlements')
@Index('settlements_customer_idx', ['customerId'])
@Index('settlements_invoice_idx', ['invoiceId'])
@Index('settlements_payment_idx', ['paymentId'])
@Index('settlements_credit_note_idx', ['creditNoteId'])
@Check('settlements_from_check', '(payment_id IS NULL) <> (credit_note_id IS NULL)')
@Check('settlements_to_check', '(invoice_id IS NULL) <> (refund_id IS NULL)')
@Check('settlements_pence_check', 'pence > 0')
export class SettlementRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'customer_id', type: 'uuid' })
  @ForeignKey(() => CustomerRow, { name: 'settlements_customer_id_fkey' })
  customerId!: string;

  @Column({ name: 'payment_id', type: 'uuid', nullable: true })
  @ForeignKey(() => PaymentRow, { name: 'settlements_payment_id_fkey' })
  paymentId!: string | null;

  @Column({ name: 'credit_note_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DocumentRow, { name: 'settlements_credit_note_id_fkey' })
  creditNoteId!: string | null;

  @Column({ name: 'invoice_id', type: 'uuid', nullable: true })
  @ForeignKey(() => DocumentRow, { name: 'settlements_invoice_id_fkey' })
  invoiceId!: string | null;

  @Column({ name: 'refund_id', type: 'uuid', nullable: true })
  @ForeignKey(() => PaymentRow, { name: 'settlements_refund_id_fkey' })
  refundId!: string | null;

  @Column({ type: 'integer' })
  pence!: number;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;
}
