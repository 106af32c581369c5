import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation, as `members` last told of it. */
@Entity('organisations')
export class OrganisationRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  category!: string;

  /** Empty until the message has come that tells it. */
  @Column({ type: 'text', default: '' })
  kind!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'joined_on', type: 'date', nullable: true })
  joinedOn!: string | null;

  /** While it is leaving the day on which it will have left. */
  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: string | null;

  /** 1 to 100, off the price of its category. */
  @Column({ name: 'discount_percent', type: 'integer', nullable: true })
  discountPercent!: number | null;

  /** The last day; `null`: it has no end. */
  @Column({ name: 'discount_ends_on', type: 'date', nullable: true })
  discountEndsOn!: string | null;

  /** Of several lines. */
  @Column({ name: 'billing_address', type: 'text', nullable: true })
  billingAddress!: string | null;

  @Column({ name: 'invoice_email', type: 'text', nullable: true })
  invoiceEmail!: string | null;

  @Column({ name: 'purchase_order_required', type: 'boolean', default: false })
  purchaseOrderRequired!: boolean;

  /** Under which the accountable body keeps it. */
  @Column({ name: 'accountable_body_reference', type: 'text', nullable: true })
  accountableBodyReference!: string | null;

  /** Of its people's mail addresses, in lower case. */
  @Column({ type: 'text', array: true, default: [] })
  domains!: string[];

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
