import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { MailStatus } from './domain/mail-status.js';
import { MailRow } from './mail.entity.js';

/** One attempt to hand a mail over, or the decision not to; kept as long as the mail's line in the log. */
@Entity('mail_attempts')
export class MailAttemptRow {
  @PrimaryColumn({ name: 'mail_id', type: 'uuid' })
  @ForeignKey(() => MailRow, { name: 'mail_attempts_mail_id_fkey', onDelete: 'CASCADE' })
  mailId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** What the mail was afterwards. */
  @Column({ type: 'text' })
  status!: MailStatus;

  /** `null` once its reader has been forgotten, as servers repeat addresses. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;
}
