import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DayKind } from './domain/exhibition.js';
import { ExhibitionRow } from './exhibition.entity.js';

/** When something is done on the stand on a day: it is built up, open, or broken down. */
@Entity('exhibition_days')
export class ExhibitionDayRow {
  @PrimaryColumn({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'exhibition_days_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: DayKind;

  /** Clock time in the exhibition's zone: `09:00:00`. */
  @Column({ type: 'time', precision: 0 })
  opens!: string;

  /** Not after `opens`: on the next day. */
  @Column({ type: 'time', precision: 0 })
  closes!: string;
}
