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

  @Column({ name: 'handled_at', type: 'timestamptz', default: () => 'now()' })
  handledAt!: Date;
}
