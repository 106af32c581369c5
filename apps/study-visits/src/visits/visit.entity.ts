import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Contact } from '#checks';
import type { CategoryLimit, RefundStep, ReservedPlaces, VisitStatus } from './domain/visit.js';

/** A study visit as staff set it up. */
@Entity('visits')
@Index('visits_slug_key', ['slug'], { unique: true })
@Check('visits_days_check', 'last_day >= first_day')
@Check('visits_places_check', 'places >= 1 AND funded_places BETWEEN 0 AND places')
@Check('visits_price_check', 'price_pence >= 0 AND deposit_pence BETWEEN 0 AND price_pence')
@Check('visits_window_check', 'applications_close_at > applications_open_at')
export class VisitRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Its name in addresses: `mondragon-2027`. */
  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  region!: string;

  /** ISO 3166-1, two letters. */
  @Column({ type: 'text' })
  country!: string;

  /** IANA; that of all its days. */
  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  @Column({ type: 'text' })
  status!: VisitStatus;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** Plain text. */
  @Column({ type: 'text' })
  summary!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'integer' })
  places!: number;

  /** Most delegates of one organisation. */
  @Column({ name: 'organisation_limit', type: 'integer', nullable: true })
  organisationLimit!: number | null;

  @Column({ name: 'category_limits', type: 'jsonb', default: [] })
  categoryLimits!: CategoryLimit[];

  /** In the order in which they are filled. */
  @Column({ type: 'jsonb', default: [] })
  reserved!: ReservedPlaces[];

  @Column({ name: 'funded_places', type: 'integer' })
  fundedPlaces!: number;

  @Column({ name: 'price_pence', type: 'integer' })
  pricePence!: number;

  @Column({ name: 'price_includes', type: 'text' })
  priceIncludes!: string;

  @Column({ name: 'deposit_pence', type: 'integer' })
  depositPence!: number;

  @Column({ name: 'applications_open_at', type: 'timestamptz', nullable: true })
  applicationsOpenAt!: Date | null;

  /** The first instant that is too late. */
  @Column({ name: 'applications_close_at', type: 'timestamptz', nullable: true })
  applicationsCloseAt!: Date | null;

  @Column({ name: 'decision_on', type: 'date', nullable: true })
  decisionOn!: string | null;

  @Column({ name: 'acceptance_days', type: 'integer' })
  acceptanceDays!: number;

  @Column({ name: 'balance_due_on', type: 'date', nullable: true })
  balanceDueOn!: string | null;

  @Column({ type: 'jsonb', default: [] })
  refunds!: RefundStep[];

  @Column({ type: 'jsonb', default: [] })
  contacts!: Contact[];

  @Column({ name: 'copied_from', type: 'uuid', nullable: true })
  copiedFrom!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
