import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BudgetLineRow } from '../budget/budget-line.entity.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { Currency } from './domain/currencies.js';
import type { ForWhom } from './domain/expense.js';
import type { ExpenseState, PaidWith } from './domain/steps.js';

/** What a currency was stated to be worth on a visit, from a day on. */
@Entity('expense_rates')
@Index('expense_rates_day_key', ['visitId', 'currency', 'fromDay'], { unique: true })
@Check('expense_rates_per_pound_check', 'per_pound > 0')
export class ExpenseRateRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'expense_rates_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  currency!: Currency;

  @Column({ name: 'from_day', type: 'date' })
  fromDay!: string;

  /** How much of it one pound buys; a decimal, so that nothing is rounded. */
  @Column({ name: 'per_pound', type: 'numeric', precision: 13, scale: 6 })
  perPound!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'stated_by_id', type: 'text', nullable: true })
  statedById!: string | null;

  @Column({ name: 'stated_by_name', type: 'text' })
  statedByName!: string;

  @Column({ name: 'stated_at', type: 'timestamptz' })
  statedAt!: Date;
}

/** What somebody spent for a visit. */
@Entity('expenses')
@Index('expenses_number_key', ['visitId', 'number'], { unique: true })
@Index('expenses_traveller_idx', ['travellerId'], { where: 'traveller_id IS NOT NULL' })
@Index('expenses_line_idx', ['budgetLineId'], { where: 'budget_line_id IS NOT NULL' })
@Check('expenses_amounts_check', 'amount_minor > 0 AND pence >= 0')
@Check('expenses_rate_check', "(currency = 'GBP') = (per_pound IS NULL)")
@Check('expenses_decided_check', "(state IN ('agreed', 'refused', 'paid')) = (decided_at IS NOT NULL)")
@Check('expenses_paid_check', "(state = 'paid') = (paid_on IS NOT NULL)")
export class ExpenseRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'expenses_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** 1 for the first of the visit; on the sheet of who claims it. */
  @Column({ type: 'integer' })
  number!: number;

  /** Whose claim it is: a traveller’s, or that of `person_id`, of the staff. */
  @Column({ name: 'traveller_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TravellerRow, { name: 'expenses_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string | null;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** Empty for a traveller, who has it. */
  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  what!: string;

  @Column({ type: 'text' })
  currency!: Currency;

  /** In the smallest units of the currency. */
  @Column({ name: 'amount_minor', type: 'integer' })
  amountMinor!: number;

  /** The rate it counts at, of its day; `null`: it is in pounds. */
  @Column({ name: 'per_pound', type: 'numeric', precision: 13, scale: 6, nullable: true })
  perPound!: string | null;

  @Column({ name: 'rate_from', type: 'date', nullable: true })
  rateFrom!: string | null;

  @Column({ name: 'rate_source', type: 'text' })
  rateSource!: string;

  @Column({ type: 'integer' })
  pence!: number;

  @Column({ name: 'paid_with', type: 'text' })
  paidWith!: PaidWith;

  @Column({ name: 'for_whom', type: 'text' })
  forWhom!: ForWhom;

  @Column({ name: 'for_words', type: 'text' })
  forWords!: string;

  @Column({ name: 'no_receipt_why', type: 'text' })
  noReceiptWhy!: string;

  /** Of the receipt’s file, whose content is in a table of its own; `null`: there is none. */
  @Column({ name: 'receipt_name', type: 'text', nullable: true })
  receiptName!: string | null;

  @Column({ name: 'receipt_type', type: 'text', nullable: true })
  receiptType!: string | null;

  /** Of its content, in base64url: the same receipt for two expenses is seen. */
  @Column({ name: 'receipt_digest', type: 'text', nullable: true })
  receiptDigest!: string | null;

  @Column({ type: 'text' })
  state!: ExpenseState;

  @Column({ name: 'budget_line_id', type: 'uuid', nullable: true })
  @ForeignKey(() => BudgetLineRow, { name: 'expenses_budget_line_id_fkey', onDelete: 'SET NULL' })
  budgetLineId!: string | null;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decided_by_id', type: 'text', nullable: true })
  decidedById!: string | null;

  @Column({ name: 'decided_by_name', type: 'text' })
  decidedByName!: string;

  @Column({ name: 'refused_why', type: 'text' })
  refusedWhy!: string;

  @Column({ name: 'paid_on', type: 'date', nullable: true })
  paidOn!: string | null;

  /** What stands beside it on the bank statement. */
  @Column({ name: 'paid_reference', type: 'text' })
  paidReference!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** A receipt as it was sent. */
@Entity('expense_receipts')
export class ExpenseReceiptRow {
  @PrimaryColumn({ name: 'expense_id', type: 'uuid' })
  @ForeignKey(() => ExpenseRow, { name: 'expense_receipts_expense_id_fkey', onDelete: 'CASCADE' })
  expenseId!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;
}

/** Whom an expense was for, of those who travel, as staff found it; none while they have not. */
@Entity('expense_sharers')
@Index('expense_sharers_traveller_idx', ['travellerId'])
export class ExpenseSharerRow {
  @PrimaryColumn({ name: 'expense_id', type: 'uuid' })
  @ForeignKey(() => ExpenseRow, { name: 'expense_sharers_expense_id_fkey', onDelete: 'CASCADE' })
  expenseId!: string;

  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'expense_sharers_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;
}

export const expenseEntities = [ExpenseRateRow, ExpenseRow, ExpenseReceiptRow, ExpenseSharerRow];
