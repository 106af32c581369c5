import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody takes part in one of the network's own conferences. Whoever does not any more is only a number. */
@Entity('known_delegates')
@Index('known_delegates_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class KnownDelegateRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** No foreign key: messages about delegates and about their conference come in any order. */
  @Column({ name: 'conference_id', type: 'uuid' })
  conferenceId!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who takes part no more. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** The days of the conference that they take part in, ISO; none: all of them. */
  @Column({ type: 'date', array: true, default: '{}' })
  days!: string[];

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
