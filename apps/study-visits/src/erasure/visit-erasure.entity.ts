import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** That what is not kept longer was erased of a visit: how many of what, and what stayed. It names nobody. */
@Entity('visit_erasures')
export class VisitErasureRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_erasures_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** How many of each part, besides sealed details. */
  @Column({ type: 'jsonb' })
  erased!: Record<string, number>;

  /** The same of what stayed, as it was then. */
  @Column({ type: 'jsonb' })
  kept!: Record<string, number>;
}
