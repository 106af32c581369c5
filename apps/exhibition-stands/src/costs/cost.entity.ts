import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import type { CostCategory } from './domain/cost.js';

/** What something for an exhibition may cost, and what it did. */
@Entity('exhibition_costs')
@Index('exhibition_costs_exhibition_idx', ['exhibitionId'])
@Check('exhibition_costs_pence_check', 'budget_pence >= 0 AND actual_pence >= 0')
export class CostRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'exhibition_costs_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  category!: CostCategory;

  @Column({ type: 'text' })
  description!: string;

  /** `null`: nothing was budgeted for it. */
  @Column({ name: 'budget_pence', type: 'integer', nullable: true })
  budgetPence!: number | null;

  /** `null`: not known yet. */
  @Column({ name: 'actual_pence', type: 'integer', nullable: true })
  actualPence!: number | null;

  @Column({ name: 'paid_on', type: 'date', nullable: true })
  paidOn!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
