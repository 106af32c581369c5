import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../../visits/visit.entity.js';

/** `waiting`: nobody has begun; `failed`: `error` says why. What is over stays as it is. */
export type MakingStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** That everybody’s papers of a visit are made into files, in the background. */
@Entity('paper_makings')
@Index('paper_makings_open_key', ['visitId'], { unique: true, where: 'finished_at IS NULL' })
@Index('paper_makings_visit_idx', ['visitId', 'askedAt'])
@Check(
  'paper_makings_finished_check',
  "(status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)",
)
export class MakingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'paper_makings_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'asked_by', type: 'text', nullable: true })
  askedBy!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ type: 'text' })
  status!: MakingStatus;

  /** How many travellers there were when it was asked for. */
  @Column({ type: 'integer' })
  total!: number;

  /** For how many of them there are files. */
  @Column({ type: 'integer' })
  done!: number;

  /** Whoever has begun it before has lost it. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** When whoever is at it last said so. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  /** Why it failed, in a sentence. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;
}

/** A file of one traveller, as it stands in the archive that all of them are taken out in. */
@Entity('paper_files')
export class PaperFileRow {
  @PrimaryColumn({ name: 'making_id', type: 'uuid' })
  @ForeignKey(() => MakingRow, { name: 'paper_files_making_id_fkey', onDelete: 'CASCADE' })
  makingId!: string;

  /** The order within the archive. */
  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ name: 'traveller_id', type: 'uuid' })
  travellerId!: string;

  /** With its folder: "Programmes/01 Ada Example.pdf". */
  @Column({ type: 'text' })
  name!: string;

  /** Of the file itself, in bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** CRC-32 of the file itself. */
  @Column({ type: 'bigint' })
  crc!: string;

  /** The file, compressed (RFC 1951) once and for all. */
  @Column({ type: 'bytea', select: false })
  deflated!: Buffer;
}
