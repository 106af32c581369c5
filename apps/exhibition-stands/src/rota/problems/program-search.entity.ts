import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A search that a program had: who for, and for how long. */
@Entity('program_searches')
@Index('program_searches_person_idx', ['personId', 'beganAt'])
export class ProgramSearchRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'began_at', type: 'timestamptz' })
  beganAt!: Date;

  /** How long it may take at most. */
  @Column({ name: 'most_seconds', type: 'integer' })
  mostSeconds!: number;

  /** `null` while it goes on, and where its process died. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
