import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarMethod } from '#icalendar';
import { MailingRow } from '../mailings/mailing.entity.js';
import type { MailStatus } from './domain/mail-status.js';

/** A mail that was asked for. Its content is kept until it is sent or given up, its line in the log for 90 days. */
@Entity('mails')
@Check(
  'mails_status_check',
  `status IN ('asked', 'sent', 'deferred', 'refused', 'too-late', 'withdrawn', 'unwanted', 'suppressed')`,
)
@Check(
  'mails_waiting_check',
  '(text IS NULL) = (html IS NULL) AND (next_attempt_at IS NULL OR html IS NOT NULL OR mailing_id IS NOT NULL)',
)
@Index('mails_next_attempt_at_idx', ['nextAttemptAt'])
@Index('mails_single_idx', ['nextAttemptAt'], { where: 'mailing_id IS NULL' })
@Index('mails_asked_at_idx', ['askedAt'])
@Index('mails_person_id_idx', ['personId'])
@Index('mails_to_address_idx', ['toAddress'])
@Index('mails_correlation_id_idx', ['correlationId'])
@Index('mails_mailing_id_idx', ['mailingId'], { where: 'mailing_id IS NOT NULL' })
export class MailRow {
  /** Given by whoever asked, so that asking twice sends once. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Such as `sign-in`. */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ name: 'to_name', type: 'text', nullable: true })
  toName!: string | null;

  /** `null` while `members` has not told who its reader is, and once they have been forgotten. */
  @Column({ name: 'to_address', type: 'text', nullable: true })
  toAddress!: string | null;

  /** `null` once its reader has been forgotten. */
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  /** `null` also where it is what its mailing says; so is the text and what is for calendars. */
  @Column({ type: 'text', nullable: true })
  html!: string | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ name: 'calendar_method', type: 'text', nullable: true })
  calendarMethod!: CalendarMethod | null;

  /** An iCalendar object without ORGANIZER and ATTENDEE. */
  @Column({ name: 'calendar_content', type: 'text', nullable: true })
  calendarContent!: string | null;

  /** The mailing that it is one of. */
  @Column({ name: 'mailing_id', type: 'uuid', nullable: true })
  @ForeignKey(() => MailingRow, { name: 'mails_mailing_id_fkey' })
  mailingId!: string | null;

  /** The mail that this one is sent again of. */
  @Column({ name: 'again_of', type: 'uuid', nullable: true })
  againOf!: string | null;

  /** The same at every attempt, so that a mail that arrives twice can be recognised. */
  @Column({ name: 'message_id', type: 'text' })
  messageId!: string;

  @Column({ type: 'text' })
  status!: MailStatus;

  /** When it ought to arrive; `null`: there is no such time. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** After that it is of no use and is not sent. */
  @Column({ name: 'needed_by', type: 'timestamptz' })
  neededBy!: Date;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** The mail server's words, or ours where it was not asked. */
  @Column({ name: 'last_answer', type: 'text', nullable: true })
  lastAnswer!: string | null;

  /** `null`: there is nothing left to do. */
  @Column({ name: 'next_attempt_at', type: 'timestamptz', nullable: true })
  nextAttemptAt!: Date | null;

  /** Who is sending it; only that claim may write down how it went. */
  @Column({ type: 'uuid', nullable: true })
  claim!: string | null;

  /** From then on another may claim it. */
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;

  /** The request that it was asked for with, to find it in the logs. */
  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;
}
