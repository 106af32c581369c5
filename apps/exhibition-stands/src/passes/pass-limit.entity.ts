import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';

/** How many passes the host gives for a day. A day without has no limit. */
@Entity('pass_limits')
@Check('pass_limits_places_check', 'places >= 0')
export class PassLimitRow {
  @PrimaryColumn({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'pass_limits_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'integer' })
  places!: number;
}
