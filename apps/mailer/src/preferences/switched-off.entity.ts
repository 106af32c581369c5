import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of mail that a person does not want. Without a row they get it. */
@Entity('switched_off')
@Check('switched_off_how_check', `how IN ('page', 'one-click')`)
export class SwitchedOffRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;

  /** On a page of ours, or by the button of a mail program (RFC 8058). */
  @Column({ type: 'text' })
  how!: 'page' | 'one-click';
}
