import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Encoding } from './domain/decode-text.js';
import type { ImportProblem } from './domain/import-row.js';
import type { FileFormat } from './planning/plan-row.js';
import type { SilentField } from './planning/silent-on.js';

/** How many rows an import wrote, and how many it did not. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows whose event somebody edited after the preview: they are left as they are. */
  readonly meanwhile: number;
  /** Rows with problems. */
  readonly leftOut: number;
}

/**
 * A file that somebody wants to import, from its upload to its result. `state` goes `uploaded` → `confirmed` → `running` →
 * `done` or `failed`; what runs holds a lock as well (see `import-lock.ts`).
 */
@Entity('imports')
@Index('imports_created_at_idx', ['createdAt'])
@Check('imports_state_check', `state IN ('uploaded', 'confirmed', 'running', 'done', 'failed')`)
export class ImportEntity {
  /** UUIDv7. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ type: 'text' })
  format!: FileFormat;

  @Column({ type: 'text' })
  encoding!: Encoding;

  /** What the file says nothing of. */
  @Column({ name: 'silent_on', type: 'text', array: true })
  silentOn!: SilentField[];

  /** Of the file as a whole. */
  @Column({ type: 'jsonb' })
  notes!: ImportProblem[];

  @Column({ name: 'new_count', type: 'integer' })
  newCount!: number;

  @Column({ name: 'changed_count', type: 'integer' })
  changedCount!: number;

  @Column({ name: 'unchanged_count', type: 'integer' })
  unchangedCount!: number;

  @Column({ name: 'problem_count', type: 'integer' })
  problemCount!: number;

  @Column({ type: 'text' })
  state!: 'uploaded' | 'confirmed' | 'running' | 'done' | 'failed';

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** How many rows have been dealt with. */
  @Column({ type: 'integer' })
  progress!: number;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: ImportResult | null;
}
