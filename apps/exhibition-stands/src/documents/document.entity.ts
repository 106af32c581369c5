import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';

/** A file about an exhibition: the contract, the manual for exhibitors, the artwork. */
@Entity('exhibition_documents')
@Index('exhibition_documents_exhibition_idx', ['exhibitionId'])
export class DocumentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'exhibition_documents_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** What it is: "The hall’s plan". */
  @Column({ type: 'text' })
  note!: string;

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
