import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { Consideration } from './domain/consideration.js';

/** What was considered of the rules of package travel for a visit. */
@Entity('package_travel_considerations')
export class ConsiderationRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, {
    name: 'package_travel_considerations_visit_id_fkey',
    onDelete: 'CASCADE',
  })
  visitId!: string;

  @Column({ type: 'jsonb' })
  answers!: Consideration['answers'];

  @Column({ type: 'text' })
  reasons!: string;

  @Column({ type: 'text' })
  protection!: string;

  @Column({ type: 'integer' })
  version!: number;
}
