import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FileProblem } from '#csv';
import type { Written } from '#imports';
import type { ImportedRow } from './domain/imported-row.js';
import { ImportEntity } from './import.entity.js';
import type { Alike, Plan } from './planning/plan-row.js';
import type { Decision } from './planning/plans.js';

/** What would be done about a row. */
export type Outcome = Plan['outcome'];

/** One row of an import, as its preview shows it and as it is then written. */
@Entity('import_rows')
@Check('import_rows_decision_check', `decision IN ('same', 'renamed', 'other')`)
export class ImportRowEntity {
  @ForeignKey(() => ImportEntity, { name: 'import_rows_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'import_id', type: 'uuid' })
  importId!: string;

  /** Its place in the file, from 0. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  line!: number;

  /** The name that it gives. */
  @Column({ type: 'text' })
  title!: string;

  /** What the import would do, as far as it was decided about. */
  @Column({ type: 'text' })
  outcome!: Outcome;

  @Column({ type: 'jsonb' })
  problems!: FileProblem[];

  @Column({ type: 'jsonb' })
  notes!: FileProblem[];

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];

  /** What it says, and what was noted when it was read; `null` where a cell of it could not be read. */
  @Column({ type: 'jsonb', nullable: true })
  content!: Pick<ImportedRow, 'cells' | 'notes'> | null;

  /** The organisation that it looks like, also once that has been decided. */
  @Column({ type: 'jsonb', nullable: true })
  alike!: Alike | null;

  @Column({ type: 'text', nullable: true })
  decision!: Decision | null;

  /** The organisation that it speaks of, once there is one. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  /** That organisation's version when the row was compared with it. */
  @Column({ name: 'organisation_version', type: 'integer', nullable: true })
  organisationVersion!: number | null;

  /** `null` until the import is done, and for rows that were left out. */
  @Column({ type: 'text', nullable: true })
  written!: Written | null;
}
