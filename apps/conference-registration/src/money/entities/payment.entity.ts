import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PaymentDirection, PaymentMethod } from '../domain/payment.js';
import { CustomerRow } from './customer.entity.js';

/** Money that came in, or went back as a refund. */
@Entity('payments')
@Index('payments_customer_idx', ['customerId'])
@Check('payments_pence_check', 'pence > 0')
export class PaymentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'customer_id', type: 'uuid' })
  @ForeignKey(() => CustomerRow, { name: 'payments_customer_id_fkey' })
  customerId!: string;

  @Column({ type: 'text' })
  direction!: PaymentDirection;

  /** The day on which it reached the account, or left it. */
  @Column({ name: 'on_date', type: 'date' })
  onDate!: string;

  @Column({ type: 'integer' })
  pence!: number;

  @Column({ type: 'text' })
  method!: PaymentMethod;

  /** What it says on the bank's statement. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ name: 'recorded_by_id', type: 'text', nullable: true })
  recordedById!: string | null;

  @Column({ name: 'recorded_by_name', type: 'text' })
  recordedByName!: string;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;

  @Column({ name: 'undone_reason', type: 'text', nullable: true })
  undoneReason!: string | null;

  @Column({ name: 'undone_by_id', type: 'text', nullable: true })
  undoneById!: string | null;

  @Column({ name: 'undone_by_name', type: 'text', nullable: true })
  undoneByName!: string | null;
}
