import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message that could not be handled, for staff to read and to requeue. */
@Entity('dead_letters')
@Index('dead_letters_died_at_idx', ['diedAt'])
@Index('dead_letters_correlation_id_idx', ['correlationId'])
export class DeadLetterRow {
  /** The message's id; an id of its own when what came was no message. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** As the queue named it, whether we know such a type or not. */
  @Column({ type: 'text' })
  type!: string;

  @Column({ name: 'correlation_id', type: 'text', nullable: true })
  correlationId!: string | null;

  /** All that came, as it came. */
  @Column({ type: 'jsonb' })
  message!: unknown;

  /** What the last attempt ended with. */
  @Column({ type: 'text' })
  error!: string;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ name: 'died_at', type: 'timestamptz', default: () => 'now()' })
  diedAt!: Date;

  @Column({ name: 'requeued_at', type: 'timestamptz', nullable: true })
  requeuedAt!: Date | null;
}
