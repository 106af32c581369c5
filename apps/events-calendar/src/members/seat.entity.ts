import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** A person's seat on a board for a term. Terms end by date: nobody is told when that day comes. */
@Entity('seats')
export class SeatRow {
  @PrimaryColumn({ name: 'person_id', type: 'text' })
  @ForeignKey(() => PersonRow, { name: 'seats_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  /** Which of the person's seats, from 1, in the order in which `members` told of them. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  /** The board's slug. */
  @Column({ type: 'text' })
  board!: string;

  @Column({ name: 'board_name', type: 'text' })
  boardName!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;

  /** The last day of the term; `null` while none is set. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: string | null;
}
