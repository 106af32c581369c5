import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import type { MovementKind } from './domain/movement.js';
import { StockPlaceRow } from './stock-place.entity.js';

/**
 * What somebody did to the stock at once: the lines of the ledger that belong together, and who wrote them. Here, not in the
 * ledger, which never changes, stands what may have to be forgotten.
 */
@Entity('stock_acts')
@Index('stock_acts_exhibition_idx', ['exhibitionId'], { where: 'exhibition_id IS NOT NULL' })
@Index('stock_acts_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('stock_acts_member_idx', ['teamMemberId'], { where: 'team_member_id IS NOT NULL' })
export class StockActRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: MovementKind;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** At whose stand it was done. */
  @Column({ name: 'exhibition_id', type: 'uuid', nullable: true })
  @ForeignKey(() => ExhibitionRow, { name: 'stock_acts_exhibition_id_fkey', onDelete: 'SET NULL' })
  exhibitionId!: string | null;

  /** Of a count: what was counted. */
  @Column({ name: 'place_id', type: 'uuid', nullable: true })
  @ForeignKey(() => StockPlaceRow, { name: 'stock_acts_place_id_fkey' })
  placeId!: string | null;

  @Column({ type: 'text', default: '' })
  note!: string;

  /** As `members` knows them; `null`: nobody whom it knows. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** Who did it by their own link. */
  @Column({ name: 'team_member_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TeamMemberRow, { name: 'stock_acts_team_member_id_fkey', onDelete: 'SET NULL' })
  teamMemberId!: string | null;

  @Column({ name: 'by_name', type: 'text' })
  byName!: string;
}
