import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person was erased, so that a message that arrives late does not bring them back. The id leads to nobody. */
@Entity('erased_people')
export class ErasedPersonRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ name: 'erased_at', type: 'timestamptz', default: () => 'now()' })
  erasedAt!: Date;
}
