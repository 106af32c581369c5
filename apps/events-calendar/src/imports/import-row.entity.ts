import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FileProblem } from '#csv';
import type { Written } from '#imports';
import type { ImportRow } from './domain/import-row.js';
import { ImportEntity } from './import.entity.js';
import type { Plan } from './planning/plan-row.js';
import type { StoredDetails } from './reading/stored-details.js';

/** What a row says, without what is told of it. */
export type StoredContent = Pick<ImportRow, 'ref' | 'uid' | 'status' | 'statusReason' | 'replacedBy'> & {
  readonly details: StoredDetails | null;
};

/** One row of an import, as its preview shows it and as it is then written. */
@Entity('import_rows')
export class ImportRowEntity {
  @ForeignKey(() => ImportEntity, { name: 'import_rows_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'import_id', type: 'uuid' })
  importId!: string;

  /** Its place in the file, from 0. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  line!: number;

  @Column({ type: 'text' })
  title!: string;

  /** What the import would do, when it was uploaded. */
  @Column({ type: 'text' })
  outcome!: Plan['outcome'];

  @Column({ type: 'jsonb' })
  problems!: FileProblem[];

  @Column({ type: 'jsonb' })
  notes!: FileProblem[];

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];

  @Column({ type: 'jsonb' })
  content!: StoredContent;

  /** The event that the row speaks of, once there is one. */
  @Column({ name: 'event_ref', type: 'text', nullable: true })
  eventRef!: string | null;

  /** That event's version when the row was compared with it. */
  @Column({ name: 'event_version', type: 'integer', nullable: true })
  eventVersion!: number | null;

  /** `null` until the import is done, and for rows that were left out. */
  @Column({ type: 'text', nullable: true })
  written!: Written | null;
}
