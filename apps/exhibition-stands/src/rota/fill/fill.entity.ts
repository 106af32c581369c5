import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SearchProgress } from '#solver';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import type { RotaAnswer, RotaProblem } from '../index.js';

/** A filling of a draft: what was asked, how far it is, what came of it. */
@Entity('fills')
@Index('fills_open_key', ['exhibitionId'], { unique: true, where: 'finished_at IS NULL' })
@Index('fills_exhibition_idx', ['exhibitionId', 'askedAt'])
export class FillRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'fills_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** `waiting`, `running`, `done`, `failed`, `cancelled`. */
  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** How long may be searched. */
  @Column({ type: 'integer' })
  seconds!: number;

  /** The problem as it was then; `null` once somebody in it is forgotten. */
  @Column({ type: 'jsonb', nullable: true })
  problem!: RotaProblem | null;

  @Column({ type: 'jsonb', nullable: true })
  progress!: SearchProgress | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: RotaAnswer | null;

  /** A sentence for staff. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  /** How often it was begun. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** When whoever is at it last said so. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
