import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A run of numbers without gaps or doubles. Only `next_number` of the database counts on. */
@Entity('document_series')
export class DocumentSeriesRow {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  /** What stands before the number: "INV-". */
  @Column({ type: 'text' })
  prefix!: string;

  /** The last number that was given; 0 before the first. */
  @Column({ type: 'integer', default: 0 })
  last!: number;
}
