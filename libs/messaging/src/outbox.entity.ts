import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message that has been sent by a transaction of this app, until it has long been delivered. */
@Entity('outbox')
@Index('outbox_waiting_idx', ['position'], { where: 'delivered_at IS NULL' })
@Index('outbox_claimed_idx', ['claim'], { where: 'claim IS NOT NULL' })
@Index('outbox_delivered_at_idx', ['deliveredAt'], { where: 'delivered_at IS NOT NULL' })
@Index('outbox_correlation_id_idx', ['correlationId'])
export class OutboxRow {
  /** UUIDv7; the message's id. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Rises in the order of sending; messages about one aggregate are delivered in it. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  position!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ name: 'aggregate_id', type: 'text' })
  aggregateId!: string;

  @Column({ name: 'aggregate_version', type: 'integer' })
  aggregateVersion!: number;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'jsonb' })
  payload!: unknown;

  /** The apps that get it. */
  @Column({ type: 'text', array: true })
  consumers!: string[];

  /** The claim of the relay that is delivering it; only that claim may mark it as delivered. */
  @Column({ type: 'uuid', nullable: true })
  claim!: string | null;

  /** From then on another relay may claim it. */
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil!: Date | null;

  @Column({ name: 'delivered_at', type: 'timestamptz', nullable: true })
  deliveredAt!: Date | null;
}
