import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ConferenceDay, RefundStep } from './domain/conference.js';

/** A conference as staff set it up. Its version is that of all its set-up: tickets, prices, pools, codes, questions. */
@Entity('conferences')
@Index('conferences_slug_key', ['slug'], { unique: true })
@Check('conferences_days_check', 'last_day >= first_day')
export class ConferenceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'host_organisation_id', type: 'text', nullable: true })
  hostOrganisationId!: string | null;

  @Column({ name: 'host_name', type: 'text', nullable: true })
  hostName!: string | null;

  @Column({ name: 'venue_name', type: 'text', nullable: true })
  venueName!: string | null;

  @Column({ name: 'venue_address', type: 'text', nullable: true })
  venueAddress!: string | null;

  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  /** One for each date from the first day to the last. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  days!: ConferenceDay[];

  /** IANA. */
  @Column({ type: 'text' })
  zone!: string;

  /** Plain text. */
  @Column({ type: 'text' })
  summary!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  description!: string;

  /** The UID of the calendar's event, where that was there before the conference; `null`: it follows from the id. */
  @Column({ name: 'calendar_uid', type: 'text', nullable: true })
  calendarUid!: string | null;

  @Column({ name: 'contact_name', type: 'text', nullable: true })
  contactName!: string | null;

  @Column({ name: 'contact_email', type: 'text', nullable: true })
  contactEmail!: string | null;

  @Column({ name: 'contact_phone', type: 'text', nullable: true })
  contactPhone!: string | null;

  /** `null`: as soon as it is published. */
  @Column({ name: 'opens_at', type: 'timestamptz', nullable: true })
  opensAt!: Date | null;

  /** `null`: until staff close it, or it is over. */
  @Column({ name: 'closes_at', type: 'timestamptz', nullable: true })
  closesAt!: Date | null;

  /** Until when bookers change their bookings by themselves; `null`: until it begins. */
  @Column({ name: 'changes_until', type: 'timestamptz', nullable: true })
  changesUntil!: Date | null;

  /** What is paid back to whoever cancels, the earliest step first. */
  @Column({ name: 'refund_steps', type: 'jsonb', default: () => `'[]'` })
  refundSteps!: RefundStep[];

  /** Markdown. */
  @Column({ type: 'text' })
  terms!: string;

  /** From an invoice's date to its due date. */
  @Column({ name: 'payment_days', type: 'integer' })
  paymentDays!: number;

  /** How long whoever waits has to answer an offer. */
  @Column({ name: 'offer_working_days', type: 'integer' })
  offerWorkingDays!: number;

  @Column({ type: 'text' })
  status!: string;

  /** Why it is paused, or was cancelled; everybody reads it. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'copied_from', type: 'uuid', nullable: true })
  copiedFrom!: string | null;

  @Column({ name: 'answers_erased_at', type: 'timestamptz', nullable: true })
  answersErasedAt!: Date | null;

  /** When the names of those who booked and came were forgotten. */
  @Column({ name: 'people_forgotten_at', type: 'timestamptz', nullable: true })
  peopleForgottenAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
