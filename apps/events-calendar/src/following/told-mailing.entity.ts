import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventRow } from '../events/event.entity.js';
import { NoticeRow } from './notice.entity.js';

/**
 * A mailing to followers that the mailer was asked for, and one of the events that it told of: it has a row for each. Whom it
 * went to, the mailer knows.
 */
@Entity('told_mailings')
@Index('told_mailings_event_idx', ['eventId', 'at'])
@Index('told_mailings_notice_idx', ['noticeId'])
export class ToldMailingRow {
  /** The mailing's own id, also at the mailer; the same in all of its rows. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  @ForeignKey(() => EventRow, { name: 'told_mailings_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  /** `null` for a reminder, and once the notice is forgotten. */
  @Column({ name: 'notice_id', type: 'uuid', nullable: true })
  @ForeignKey(() => NoticeRow, { name: 'told_mailings_notice_id_fkey', onDelete: 'SET NULL' })
  noticeId!: string | null;

  /** `changed`, `cancelled`, `published`, `followed`, `reminder`. */
  @Column({ type: 'text' })
  why!: string;

  @Column({ type: 'text' })
  title!: string;

  /** Recipients of the mailing. */
  @Column({ type: 'integer' })
  total!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
