import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A board that steers the network. */
@Entity('boards')
export class BoardRow {
  /** As in the calendar's events and in identity tokens: `executive-oversight`. */
  @PrimaryColumn({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;
}
