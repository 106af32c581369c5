import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** What could go wrong on a visit, and what is done about it. */
@Entity('visit_risks')
@Index('visit_risks_visit_idx', ['visitId'])
@Check('visit_risks_levels_check', 'likelihood BETWEEN 1 AND 5 AND severity BETWEEN 1 AND 5')
export class RiskRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_risks_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  hazard!: string;

  /** Who could come to harm. */
  @Column({ name: 'at_risk', type: 'text' })
  atRisk!: string;

  /** 1 to 5, with the measures taken. */
  @Column({ type: 'integer' })
  likelihood!: number;

  @Column({ type: 'integer' })
  severity!: number;

  @Column({ type: 'text' })
  measures!: string;

  /** Who sees to the measures. */
  @Column({ type: 'text' })
  responsible!: string;

  /** When it is looked at again. */
  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
