import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { DocumentAudience } from './domain/audience.js';

/** A file about a visit: the hotel’s contract, the programme, a host’s leaflet. */
@Entity('visit_documents')
@Index('visit_documents_visit_idx', ['visitId'])
export class DocumentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_documents_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** What it is: "The coach company’s quotation". */
  @Column({ type: 'text' })
  note!: string;

  /** Who may have it. */
  @Column({ type: 'text' })
  audience!: DocumentAudience;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  /** In bytes. */
  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'bytea', select: false })
  content!: Buffer;

  @Column({ name: 'uploaded_at', type: 'timestamptz' })
  uploadedAt!: Date;
}
