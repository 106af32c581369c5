import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ErasureRow } from './erasure.entity.js';

/** One service's part in forgetting a person. */
@Entity('erasure_parts')
export class ErasurePartRow {
  @PrimaryColumn({ name: 'erasure_id', type: 'uuid' })
  @ForeignKey(() => ErasureRow, { name: 'erasure_parts_erasure_id_fkey', onDelete: 'CASCADE' })
  erasureId!: string;

  /** The app's name, as in the messages' registry. */
  @PrimaryColumn({ type: 'text' })
  app!: string;

  /** `null`: it has been asked and has not answered yet. */
  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  /** What it did, in its own words. */
  @Column({ type: 'text', nullable: true })
  did!: string | null;
}
