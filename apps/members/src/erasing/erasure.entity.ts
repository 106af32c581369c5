import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../people/person.entity.js';

/** That a person was erased: nothing of them, only that and when it was asked for. */
@Entity('erasures')
@Index('erasures_person_id_key', ['personId'], { unique: true })
@Index('erasures_asked_at_idx', ['askedAt'])
@Index('erasures_receipt_hash_key', ['receiptHash'], { unique: true })
export class ErasureRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'erasures_person_id_fkey' })
  personId!: string;

  /** Of what the receipt's address ends with. */
  @Column({ name: 'receipt_hash', type: 'text' })
  receiptHash!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** Whether the person asked here; otherwise staff or the retention did. */
  @Column({ name: 'by_themselves', type: 'boolean' })
  byThemselves!: boolean;

  @Column({ type: 'text' })
  reason!: string;
}
