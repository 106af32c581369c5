import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody takes part in a conference: what their own feed goes by. Whoever does not any more is only a number. */
@Entity('conference_delegates')
@Index('conference_delegates_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class ConferenceDelegateRow {
  @PrimaryColumn({ name: 'delegate_id', type: 'uuid' })
  delegateId!: string;

  /** No foreign key: messages about delegates and about their conference come in any order. */
  @Column({ name: 'conference_id', type: 'uuid' })
  conferenceId!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who takes part no more. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'takes_part', type: 'boolean' })
  takesPart!: boolean;

  /** The days of the conference that they take part in, ISO; none: all of them. */
  @Column({ type: 'date', array: true, default: '{}' })
  days!: string[];

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
