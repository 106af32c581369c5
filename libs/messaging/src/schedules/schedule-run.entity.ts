import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One due time of a schedule, and how it went. */
@Entity('schedule_runs')
@Index('schedule_runs_began_at_idx', ['beganAt'])
export class ScheduleRunRow {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @PrimaryColumn({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  /** How often it was begun. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** When it was begun the last time. */
  @Column({ name: 'began_at', type: 'timestamptz' })
  beganAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** What it threw, the last time; `null` when it went well. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** Of whoever is at work on it; only with that claim can it be ended. */
  @Column({ type: 'uuid', nullable: true })
  claim!: string | null;

  /** From then on it may be claimed: whoever is at work on it is taken for dead; what failed is tried again. */
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true })
  leasedUntil!: Date | null;
}
