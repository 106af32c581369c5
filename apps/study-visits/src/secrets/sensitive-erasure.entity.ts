import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** That sensitive details of a visit were erased: how many of what, and of nobody by name. */
@Entity('sensitive_erasures')
@Index('sensitive_erasures_visit_idx', ['visitId', 'id'])
export class SensitiveErasureRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'sensitive_erasures_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** Of how many people. */
  @Column({ type: 'integer' })
  people!: number;

  /** How many of each field. */
  @Column({ type: 'jsonb' })
  erased!: Record<string, number>;
}
