import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';

/** A time on the stand and how many it needs. */
@Entity('shifts')
@Index('shifts_exhibition_idx', ['exhibitionId', 'startsAt'])
@Check('shifts_span_check', 'ends_at > starts_at')
@Check('shifts_cover_check', 'cover >= 0 AND leads BETWEEN 0 AND cover')
export class ShiftRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'shifts_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ type: 'integer' })
  cover!: number;

  /** How many of them have to be leads. */
  @Column({ type: 'integer' })
  leads!: number;

  /** What somebody of them has to bring: `bsl`. */
  @Column({ type: 'text', array: true, default: [] })
  skills!: string[];

  /** "Build-up", "Reception"; empty for the usual. */
  @Column({ type: 'text', default: '' })
  label!: string;

  /** `pattern`, `hand`, `event`. */
  @Column({ type: 'text' })
  source!: string;

  /** The event on the stand whose hosts it is for. */
  @Column({ name: 'stand_event_id', type: 'uuid', nullable: true })
  standEventId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
