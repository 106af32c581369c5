import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../../visits/visit.entity.js';

/** A hotel in which travellers of a visit sleep. */
@Entity('hotels')
@Index('hotels_visit_idx', ['visitId'])
export class HotelRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'hotels_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  address!: string;

  @Column({ type: 'text', default: '' })
  phone!: string;

  /** Whether it has to report its guests, with when they were born and their passports. */
  @Column({ name: 'needs_passports', type: 'boolean' })
  needsPassports!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}
