import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DocumentRow } from './document.entity.js';

/** One line of an invoice or a credit note; amounts of credit notes are positive as well. */
@Entity('document_lines')
@Index('document_lines_place_idx', ['placeId'])
export class DocumentLineRow {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  @ForeignKey(() => DocumentRow, { name: 'document_lines_document_id_fkey' })
  documentId!: string;

  /** From 1. A line of a credit note has the number of the line that it credits. */
  @PrimaryColumn({ type: 'integer' })
  line!: number;

  /** The place that was sold with it. */
  @Column({ name: 'place_id', type: 'uuid', nullable: true })
  placeId!: string | null;

  @Column({ type: 'text' })
  description!: string;

  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;

  @Column({ name: 'vat_basis_points', type: 'integer' })
  vatBasisPoints!: number;

  @Column({ name: 'vat_pence', type: 'integer' })
  vatPence!: number;

  @Column({ name: 'gross_pence', type: 'integer' })
  grossPence!: number;
}
