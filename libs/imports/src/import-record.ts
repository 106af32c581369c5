import { Column, PrimaryColumn } from 'typeorm';
import type { Encoding, FileProblem } from '#csv';

/**
 * A file that somebody wants to import, from its upload to its result: what every app keeps of it in its table `imports`.
 * `state` goes `uploaded` → `confirmed` → `running` → `done` or `failed`; what runs holds a lock as well (see
 * `import-lock.ts`).
 */
export abstract class ImportRecord {
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
  encoding!: Encoding;

  /** Of the file as a whole. */
  @Column({ type: 'jsonb' })
  notes!: FileProblem[];

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

/** How many rows an import wrote, and how many it did not. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of things that somebody edited after the preview: they are left as they are. */
  readonly meanwhile: number;
  /** Rows that could not be imported. */
  readonly leftOut: number;
}

/** What became of a row. `meanwhile`: somebody edited what it speaks of after the preview. */
export type Written = 'added' | 'changed' | 'unchanged' | 'meanwhile';

/** @param leftOut how many rows were not gone through */
export function resultOf(written: readonly Written[], leftOut: number): ImportResult {
  const count = (what: Written) => written.filter((each) => each === what).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    meanwhile: count('meanwhile'),
    leftOut,
  };
}

/** `stopped`: its process is gone, and nothing was written. */
export type ImportState = ImportRecord['state'] | 'stopped';

/** An import as it stands now. */
export type Import<Record extends ImportRecord = ImportRecord> = Omit<Record, 'state'> & {
  readonly state: ImportState;
};

/** What is the same of every import that has just been uploaded. */
export const justUploaded = {
  state: 'uploaded',
  confirmedAt: null,
  progress: 0,
  finishedAt: null,
  result: null,
} as const;

/** What an import keeps of people's files is deleted after this many days. */
export const keptForDays = 7;

export const isRunning = ({ state }: Import): boolean => state === 'confirmed' || state === 'running';

type Counts = Pick<ImportRecord, 'newCount' | 'changedCount' | 'unchangedCount' | 'problemCount'>;

/** How many rows the file has. */
export const totalOf = (counts: Counts): number =>
  counts.newCount + counts.changedCount + counts.unchangedCount + counts.problemCount;

/** How many rows are gone through when the import runs. */
export const importableOf = (counts: Counts): number => totalOf(counts) - counts.problemCount;
