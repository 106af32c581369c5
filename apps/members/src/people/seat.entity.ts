import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BoardRow } from './board.entity.js';
import { PersonRow } from './person.entity.js';

/** A person's seat on a board for one term. */
@Entity('seats')
@Index('seats_person_id_idx', ['personId'])
@Index('seats_board_idx', ['board'])
@Check('seats_term_check', 'ends_on >= starts_on')
export class SeatRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'seats_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @Column({ type: 'text' })
  @ForeignKey(() => BoardRow, { name: 'seats_board_fkey' })
  board!: string;

  /** `Chair`, `Vice-chair`; `null` for a plain member. */
  @Column({ type: 'text', nullable: true })
  position!: string | null;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  /** The last day of the term; `null` while none is set. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;
}
