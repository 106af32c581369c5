import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';

/** What staff say for everybody’s emergency card. */
@Entity('emergency_cards')
export class EmergencyCardRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'emergency_cards_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Where whoever is lost goes; blank: nobody has said. */
  @Column({ name: 'if_lost', type: 'text' })
  ifLost!: string;

  /** Further numbers and what else helps: a consulate, a pharmacy that is open at night. */
  @Column({ type: 'text' })
  more!: string;

  @Column({ type: 'integer' })
  version!: number;
}
