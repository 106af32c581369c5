import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ItemRow } from '../itinerary/item.entity.js';

/** Somebody who interprets for visits; forgotten two years after the last of them, or after the row was last changed. */
@Entity('interpreters')
export class InterpreterRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  languages!: readonly string[];

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  /** For staff alone. */
  @Column({ type: 'text', default: '' })
  notes!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}

/** That somebody interprets at something. */
@Entity('interpreter_bookings')
@Index('interpreter_bookings_interpreter_idx', ['interpreterId'])
export class InterpreterBookingRow {
  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  @ForeignKey(() => ItemRow, { name: 'interpreter_bookings_item_id_fkey', onDelete: 'CASCADE' })
  itemId!: string;

  @PrimaryColumn({ name: 'interpreter_id', type: 'uuid' })
  @ForeignKey(() => InterpreterRow, { name: 'interpreter_bookings_interpreter_id_fkey' })
  interpreterId!: string;
}
