import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The queue that the outbox was delivered to; when it is another, or has been emptied, all is delivered once more. */
@Entity('outbox_target')
@Check('outbox_target_one_check', 'one')
export class OutboxTargetRow {
  /** True: there is one row. */
  @PrimaryColumn({ type: 'boolean' })
  one!: boolean;

  @Column({ type: 'text' })
  identity!: string;
}
