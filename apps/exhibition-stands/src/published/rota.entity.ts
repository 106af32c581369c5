import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';

/** A rota as it was published; it never changes. The newest is the one with the highest number. */
@Entity('rotas')
@Index('rotas_number_key', ['exhibitionId', 'number'], { unique: true })
export class RotaRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'rotas_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;

  /** The person of the staff. */
  @Column({ name: 'published_by', type: 'text', nullable: true })
  publishedBy!: string | null;

  /** What stood against it and was published all the same, each with its reason. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  overrides!: object[];
}
