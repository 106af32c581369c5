import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KindKept } from './domain/kept.js';

/** One day's retention: what it removed. */
@Entity('retention_runs')
export class RetentionRunRow {
  /** The day that it was due, where the network is. */
  @PrimaryColumn({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'began_at', type: 'timestamptz' })
  beganAt!: Date;

  /** `null`: it is at work, or was broken off and will be taken up again. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** How many of each kind; a kind that could not be dealt with is missing. */
  @Column({ type: 'jsonb' })
  removed!: Partial<Record<KindKept, number>>;
}
