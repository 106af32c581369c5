import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CalendarMethod } from '#icalendar';

/** What one mail to many people says. Its readers have a row each in `mails`, which holds no content of its own. */
@Entity('mailings')
@Check('mailings_content_check', '(html IS NULL) = (text IS NULL)')
@Index('mailings_asked_at_idx', ['askedAt'])
export class MailingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  /** As staff know it: "Annual Conference 2027: new place". */
  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  subject!: string;

  /** `null` once it is not needed any more. */
  @Column({ type: 'text', nullable: true })
  html!: string | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ name: 'calendar_method', type: 'text', nullable: true })
  calendarMethod!: CalendarMethod | null;

  /** An iCalendar object without ORGANIZER and ATTENDEE. */
  @Column({ name: 'calendar_content', type: 'text', nullable: true })
  calendarContent!: string | null;

  /** When it ought to arrive; `null`: there is no such time. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  /** After that it is of no use and is not sent. */
  @Column({ name: 'needed_by', type: 'timestamptz' })
  neededBy!: Date;

  /** How many readers whoever asked for it has counted. */
  @Column({ type: 'integer' })
  total!: number;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** The request that it was asked for with, to find it in the logs. */
  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;
}
