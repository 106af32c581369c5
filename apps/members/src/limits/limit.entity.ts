import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something has been done within a span of time, for all replicas together. */
@Entity('limits')
@Index('limits_ends_at_idx', ['endsAt'])
export class LimitRow {
  /** What is counted, and for whom, as a hash: it says nothing of people. */
  @PrimaryColumn({ type: 'text' })
  bucket!: string;

  @Column({ type: 'integer' })
  count!: number;

  /** From then on counting begins anew. */
  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;
}
