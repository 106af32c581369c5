import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { CameTrue } from './domain/board-report.js';

/** What staff write for the board after a visit; the rest of the report is read where it is kept. */
@Entity('board_reports')
export class BoardReportRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'board_reports_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  learned!: string;

  @Column({ type: 'text' })
  recommendations!: string;

  @Column({ name: 'came_true', type: 'jsonb' })
  cameTrue!: CameTrue[];

  @Column({ type: 'integer' })
  version!: number;
}
