import { Check, Column, Entity, Index } from 'typeorm';
import { ImportRecord, type Import } from '#imports';
import type { FileFormat } from './planning/plan-row.js';
import type { SilentField } from './planning/silent-on.js';

/** A file of events that somebody wants to import. */
@Entity('imports')
@Index('imports_created_at_idx', ['createdAt'])
@Check('imports_state_check', `state IN ('uploaded', 'confirmed', 'running', 'done', 'failed')`)
export class ImportEntity extends ImportRecord {
  @Column({ type: 'text' })
  format!: FileFormat;

  /** What the file says nothing of. */
  @Column({ name: 'silent_on', type: 'text', array: true })
  silentOn!: SilentField[];
}

/** Such a file as it stands now. */
export type CalendarImport = Import<ImportEntity>;
