import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody travels with one of the network's study visits, as `study-visits` last told. */
@Entity('known_travels')
@Index('known_travels_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class KnownTravelRow {
  /** Of the traveller. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who travels no more. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'visit_id', type: 'uuid' })
  visitId!: string;

  @Column({ name: 'visit_title', type: 'text' })
  visitTitle!: string;

  /** ISO; on which they leave, and are back. */
  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  /** IANA. */
  @Column({ type: 'text' })
  zone!: string;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
