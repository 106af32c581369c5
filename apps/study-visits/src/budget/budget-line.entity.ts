import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { BudgetCategory } from './domain/budget.js';

/** What something for a visit may cost, what it did, and who gives money towards it. */
@Entity('visit_budget_lines')
@Index('visit_budget_lines_visit_idx', ['visitId'])
@Check('visit_budget_lines_pence_check', 'planned_pence >= 0 AND actual_pence >= 0 AND funded_pence >= 0')
export class BudgetLineRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_budget_lines_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  category!: BudgetCategory;

  @Column({ type: 'text' })
  description!: string;

  /** `null`: it was not planned. */
  @Column({ name: 'planned_pence', type: 'integer', nullable: true })
  plannedPence!: number | null;

  /** `null`: not known yet. */
  @Column({ name: 'actual_pence', type: 'integer', nullable: true })
  actualPence!: number | null;

  @Column({ name: 'funded_pence', type: 'integer' })
  fundedPence!: number;

  /** Who gives it; empty where nobody does. */
  @Column({ name: 'funded_by', type: 'text' })
  fundedBy!: string;

  @Column({ type: 'integer' })
  version!: number;
}
