import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../../travellers/traveller.entity.js';
import { VisitRow } from '../../visits/visit.entity.js';

/**
 * What is known of somebody who needs a bed: a traveller, under their own id, once they or staff have said something or they
 * have a room; or a driver or another who is no traveller.
 */
@Entity('sleepers')
@Index('sleepers_visit_idx', ['visitId'])
@Check('sleepers_wish_check', "wish IN ('single', 'twin', 'any', 'double')")
@Check('sleepers_own_id_check', 'traveller_id IS NULL OR traveller_id = id')
export class SleeperRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'sleepers_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** `null`: no traveller. */
  @Column({ name: 'traveller_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TravellerRow, { name: 'sleepers_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string | null;

  @Column({ type: 'text', default: '' })
  title!: string;

  /** As in the passport; blank until it is said. */
  @Column({ type: 'text', default: '' })
  forename!: string;

  @Column({ type: 'text', default: '' })
  surname!: string;

  /** `null`: all of the visit. */
  @Column({ type: 'text', array: true, nullable: true })
  nights!: string[] | null;

  /** `null`: nothing was said. */
  @Column({ type: 'text', nullable: true })
  wish!: string | null;

  /** Whom it names, as staff chose them. */
  @Column({ name: 'wish_with', type: 'uuid', array: true })
  wishWith!: string[];

  /** Whom it names, by name or mail address, as they wrote it themselves: they see no list of who travels. */
  @Column({ name: 'wish_named', type: 'text', array: true })
  wishNamed!: string[];

  @Column({ name: 'needs_accessible', type: 'boolean' })
  needsAccessible!: boolean;

  /** For the hotel. */
  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'integer' })
  version!: number;
}
