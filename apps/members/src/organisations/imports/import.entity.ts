import { Check, Column, Entity, Index } from 'typeorm';
import { ImportRecord, type Import } from '#imports';

/**
 * A file of organisations that somebody wants to import. Rows that look like another organisation count among those with
 * problems until somebody has decided about them.
 */
@Entity('imports')
@Index('imports_created_at_idx', ['createdAt'])
@Check('imports_state_check', `state IN ('uploaded', 'confirmed', 'running', 'done', 'failed')`)
export class ImportEntity extends ImportRecord {
  /** How many rows nobody has decided about yet. */
  @Column({ name: 'alike_count', type: 'integer' })
  alikeCount!: number;
}

/** Such a file as it stands now. */
export type OrganisationsImport = Import<ImportEntity>;
