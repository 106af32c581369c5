import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message that this app has handled; it holds no payload. */
@Entity('inbox')
@Index('inbox_handled_at_idx', ['handledAt'])
@Index('inbox_correlation_id_idx', ['correlationId'])
export class InboxRow {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;

  /** When handling it began. */
  @Column({ name: 'handled_at', type: 'timestamptz', default: () => 'now()' })
  handledAt!: Date;

  /** When its sender wrote it down. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  /** How long handling it took, in milliseconds; noted a moment later, so `null` when the process was killed before. */
  @Column({ name: 'took_ms', type: 'integer', nullable: true })
  tookMs!: number | null;
}
