import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Category, Status } from './domain/organisation.js';

/** An organisation that belongs to the network, once belonged to it or wants to. */
@Entity('organisations')
@Index('organisations_name_key_key', ['nameKey'], { unique: true })
@Check('organisations_category_check', `category IN ('full', 'associate', 'affiliate', 'supporter')`)
@Check(
  'organisations_status_check',
  `status IN ('applied', 'approved', 'declined', 'member', 'leaving', 'retained', 'left')`,
)
@Check(
  'organisations_discount_check',
  `discount_percent BETWEEN 1 AND 100 AND discount_reason IS NOT NULL
    OR discount_percent IS NULL AND discount_reason IS NULL AND discount_ends_on IS NULL`,
)
@Check('organisations_left_check', 'left_on >= joined_on')
export class OrganisationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** As `domain/name-key.ts` makes it of the name: the same for names that differ in writing only. */
  @Column({ name: 'name_key', type: 'text' })
  nameKey!: string;

  @Column({ type: 'text' })
  category!: Category;

  /** What sort of body it is: council, opposition group, co-operative … */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  status!: Status;

  /** Why it has that status, where a reason was due. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** `null`: not known, or not yet. */
  @Column({ name: 'joined_on', type: 'date', nullable: true })
  joinedOn!: string | null;

  /** While it is leaving the day on which it will have left. */
  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: string | null;

  /** Off the price, in per cent. */
  @Column({ name: 'discount_percent', type: 'integer', nullable: true })
  discountPercent!: number | null;

  @Column({ name: 'discount_reason', type: 'text', nullable: true })
  discountReason!: string | null;

  /** The last day of the discount; `null`: it has no end. */
  @Column({ name: 'discount_ends_on', type: 'date', nullable: true })
  discountEndsOn!: string | null;

  @Column({ name: 'billing_address', type: 'text', nullable: true })
  billingAddress!: string | null;

  @Column({ name: 'invoice_email', type: 'text', nullable: true })
  invoiceEmail!: string | null;

  @Column({ name: 'purchase_order_required', type: 'boolean' })
  purchaseOrderRequired!: boolean;

  /** Under which the accountable body keeps it. */
  @Column({ name: 'accountable_body_reference', type: 'text', nullable: true })
  accountableBodyReference!: string | null;

  @Column({ name: 'staff_notes', type: 'text', nullable: true })
  staffNotes!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
